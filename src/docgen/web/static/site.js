// What every page does: the menu on a phone, a word in the corner, and a busy button that is not pressed twice.
import { toast } from "./toast.js";

const masthead = document.querySelector(".masthead");
const menu = document.querySelector(".menu-button");
menu?.addEventListener("click", () => {
  const open = masthead.classList.toggle("open");
  menu.setAttribute("aria-expanded", String(open));
});

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented || event.target.target === "_blank" || "again" in button.dataset) return;
  // After the form has been read: a disabled button would not be sent with it.
  setTimeout(() => { button.disabled = true; }, 0);
  addEventListener("pageshow", () => { button.disabled = false; }, { once: true });
  setTimeout(() => { button.disabled = false; }, 8000);
});

// A file that a form asks for comes without leaving the page, and what went wrong is said on it.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || !("download" in button.dataset)) return;
  event.preventDefault();
  fetchFile(button, new FormData(event.target, button));
});

async function fetchFile(button, data) {
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(button.formAction, { method: "POST", body: data, headers: { accept: "application/json" } });
    if (answer.ok) return handOver(await answer.blob(), nameIn(answer.headers.get("content-disposition") ?? ""));
    const problem = await answer.json();
    toast([problem.title, problem.detail].filter(Boolean).join(" "));
  } catch {
    toast("连不上服务，请检查网络后再试。");
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function handOver(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name that a content-disposition gives a file (RFC 6266), "" for none. */
function nameIn(disposition) {
  const name = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  return name ? decodeURIComponent(name[1]) : "";
}

document.addEventListener("htmx:sendError", () => toast("连不上服务，请检查网络后再试。"));
document.addEventListener("docgen:said", (event) => toast(event.detail.value ?? event.detail));
