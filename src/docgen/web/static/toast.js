// A word in the corner. Apart from site.js: a module that is imported by another name is another one, and runs again.

/** Say something in the corner for some seconds. */
export function toast(text) {
  const said = document.createElement("div");
  said.className = "toast";
  said.textContent = text;
  document.querySelector("#toasts").append(said);
  setTimeout(() => said.remove(), 6000);
}
