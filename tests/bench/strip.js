// Makes the limit out of our page: its text and its native inputs, and nothing else. Runs in a blank page, because a
// browser is the one tool that reads HTML as browsers do.
const [html, right] = arguments;
const KEPT = new Set(
  ("h1 h2 h3 h4 p ul ol li dl dt dd strong em blockquote fieldset legend label details summary header footer nav " +
    "article table thead tbody tr th td").split(" "),
);
const LEFT_OUT = new Set(["svg", "script", "style", "template", "button"]);
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

function plain(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const name = node.localName;
  if (LEFT_OUT.has(name)) return "";
  if (name === "input") {
    const mark = right[node.name] === node.value ? " data-right" : "";
    return `<input type="${node.type}" name="${escaped(node.name)}" value="${escaped(node.value)}"${mark}>`;
  }
  const text = Array.from(node.childNodes, plain).join("");
  if (node.matches(".question-card")) return `<section id="${node.id}">${text}<output></output></section>\n`;
  return KEPT.has(name) ? `<${name}>${text}</${name}>\n` : `${text} `;
}

return plain(new DOMParser().parseFromString(html, "text/html").getElementById("app"));
