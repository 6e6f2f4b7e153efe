// For pages to print: the button prints, and is not printed.
document.querySelector("button.print").onclick = function () { window.print(); };
