// What every page does: the menu on a phone, a word in the corner, and a busy button that is not pressed twice.

const masthead = document.querySelector(".masthead");
const menu = document.querySelector(".menu-button");
menu?.addEventListener("click", () => {
  const open = masthead.classList.toggle("open");
  menu.setAttribute("aria-expanded", String(open));
});

/** Say something in the corner for some seconds. */
export function toast(text) {
  const said = document.createElement("div");
  said.className = "toast";
  said.textContent = text;
  document.querySelector("#toasts").append(said);
  setTimeout(() => said.remove(), 6000);
}

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented || event.target.target === "_blank" || "again" in button.dataset) return;
  // After the form has been read: a disabled button would not be sent with it.
  setTimeout(() => { button.disabled = true; }, 0);
  addEventListener("pageshow", () => { button.disabled = false; }, { once: true });
  setTimeout(() => { button.disabled = false; }, 8000);
});

document.addEventListener("htmx:sendError", () => toast("连不上服务，请检查网络后再试。"));
document.addEventListener("docgen:said", (event) => toast(event.detail.value ?? event.detail));
