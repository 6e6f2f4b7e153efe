// Makes a response to one of our questions without a finger and without giving it yet: arguments are the id of the
// question, and the response as `kinds.rs` writes it. After each step the program has a frame to take it in.
const [id, { chosen, order, filled }] = arguments;
const card = document.getElementById(id);
const frame = () => new Promise(requestAnimationFrame);

async function put(part, what) {
  const fields = Array.from(card.querySelectorAll(`[name="${id}.${part}"]`));
  const field = fields.find((one) => one.type !== "radio" || one.value === what);
  if (field.type === "radio") {
    field.click();
  } else {
    const isSelect = field.localName === "select";
    field.value = what;
    field.dispatchEvent(isSelect ? new Event("change", { bubbles: true }) : new InputEvent("input", { bubbles: true }));
  }
  await frame();
}

function place(item) {
  return Array.from(card.querySelectorAll(".order > li"), (li) => li.dataset.item).indexOf(item);
}

bench.made = (async () => {
  for (const option of chosen || []) {
    card.querySelector(`input[value="${option}"]`).click();
    await frame();
  }
  for (const [wanted, item] of (order || []).entries()) {
    while (place(item) > wanted) {
      card.querySelector(`[data-item="${item}"] button.up`).click();
      await frame();
    }
  }
  for (const [part, what] of filled || []) await put(part, what);
})();
