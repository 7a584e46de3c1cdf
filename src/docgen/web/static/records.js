// The page of a record: rows that come, go and move, keys, the preview, and a word before one leaves unsaved.
import { toast } from "./toast.js";

const form = () => document.querySelector("form#record");
const firstField = (row) => row.querySelector("input:not([type=hidden]), select, textarea:not([hidden])");
let dirty = Boolean(form()?.hasAttribute("data-unsaved"));

/** Show the field that an address ends with, or the nearest group around it, unfolded. */
function reveal(hash) {
  let id = decodeURIComponent(hash.slice(1));
  while (id.includes(".") && !document.getElementById(id)) id = id.replace(/\.[^.]*$/, "");
  const place = document.getElementById(id);
  if (!place) return;
  for (let around = place.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  document.querySelector(".sought")?.classList.remove("sought");
  place.classList.add("sought");
  place.scrollIntoView({ block: "center" });
  firstField(place)?.focus({ preventScroll: true });
}
for (const event of ["load", "hashchange"]) {
  addEventListener(event, () => { if (location.hash.startsWith("#f-") && form()) setTimeout(() => reveal(location.hash), 50); });
}

// ---- rows ----
const holder = (row) => row.closest("[data-list]");
const rowsOf = (list) => [...(list?.querySelector(":scope > .rows")?.children ?? [])].filter((row) => row.matches("[data-row]"));

/** Tell the page that rows have changed, so that what is wrong is looked up anew. */
function changed(list) {
  dirty = true;
  rowsOf(list).forEach((row, index) => {
    const number = row.querySelector(":scope > summary [data-number]");
    if (number) number.textContent = ` ${index + 1}`;
  });
  form()?.dispatchEvent(new CustomEvent("changed-rows"));
}

async function add(button) {
  const list = button.closest("[data-list]");
  const isRow = "next" in button.dataset;
  const path = isRow ? `${button.dataset.path}.${button.dataset.next}` : button.dataset.path;
  const query = new URLSearchParams({ kind: form().dataset.kind, path });
  const answer = await fetch(`${form().dataset.row}?${query}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return toast("没有加上，请再试一次。");
  const piece = document.createElement("template");
  piece.innerHTML = await answer.text();
  const row = piece.content.firstElementChild;
  if (!row) return;
  if (isRow) {
    button.dataset.next = String(Number(button.dataset.next) + 1);
    button.value = `add:${button.dataset.path}.${button.dataset.next}`;
    const word = list.querySelector(":scope > legend .word select");
    if (word) word.value = "";
    list.querySelector(":scope > .rows").append(row);
  } else {
    row.dataset.offer = "";
    row.offer = button;
    const scope = button.closest(".row, .group, .plain");
    scope.querySelector(":scope > .fields").append(row);
    button.hidden = true;
  }
  furnish(row);
  window.htmx?.process(row);
  firstField(row)?.focus();
  changed(isRow ? list : null);
}

function remove(button) {
  const row = button.closest("[data-row]");
  if (row.hasAttribute("data-blank")) return;
  const list = holder(row.parentElement) ?? null;
  const next = row.nextElementSibling, parent = row.parentElement;
  const neighbour = next ?? row.previousElementSibling;
  row.remove();
  if (row.offer) row.offer.hidden = false;
  (neighbour && firstField(neighbour))?.focus();
  changed(list);
  undo(() => {
    parent.insertBefore(row, next?.isConnected ? next : null);
    if (row.offer) row.offer.hidden = true;
    firstField(row)?.focus();
    changed(list);
  });
}

/** Offer for some seconds to bring back what was just removed. */
function undo(back) {
  document.querySelector("#undo")?.remove();
  const said = document.createElement("div");
  said.className = "toast";
  said.id = "undo";
  said.append("已删去这一项。 ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "撤销";
  button.addEventListener("click", () => { said.remove(); back(); });
  said.append(button);
  document.querySelector("#toasts").append(said);
  setTimeout(() => said.remove(), 10000);
}

function move(row, by) {
  const list = holder(row.parentElement);
  const rows = rowsOf(list).filter((each) => !each.hasAttribute("data-blank"));
  const other = rows[rows.indexOf(row) + by];
  if (!other) return;
  const focused = document.activeElement;
  if (by < 0) other.before(row); else other.after(row);
  focused?.focus();
  changed(list);
}

/** The last, empty line of a list of texts: as soon as something stands in it there is another one. */
function grow(input) {
  const row = input.closest("[data-blank]");
  if (!row || !input.value) return null;
  const next = row.cloneNode(true);
  const field = next.querySelector("input");
  field.name = field.name.replace(/\d+$/, (number) => String(Number(number) + 1));
  field.value = "";
  next.querySelector("[data-do]").value = `remove:${field.name}`;
  row.removeAttribute("data-blank");
  row.classList.remove("blank");
  input.removeAttribute("placeholder");
  row.after(next);
  return next;
}

const DO = { add, remove, up: (button) => move(button.closest("[data-row]"), -1), down: (button) => move(button.closest("[data-row]"), 1) };

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button && form()?.contains(button)) {
    event.preventDefault();
    DO[button.dataset.do](button);
    return;
  }
  const line = event.target.closest("[data-line]");
  if (line) {
    event.preventDefault();
    goto(Number(line.dataset.line));
  }
  const place = event.target.closest("a[href^='#f-']");
  if (place) {
    event.preventDefault();
    reveal(place.hash);
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("input", (event) => {
  if (!form()?.contains(event.target)) return;
  dirty = true;
  if (event.target.matches("[data-blank] input")) grow(event.target);
  const row = event.target.closest(".row.large");
  const title = row?.querySelector(":scope > summary [data-title]");
  if (title && firstField(row) === event.target) title.textContent = event.target.value;
});

// Several names pasted into one line become several lines.
document.addEventListener("paste", (event) => {
  const input = event.target.closest(".texts [data-row] input");
  const parts = event.clipboardData?.getData("text").split(input?.closest(".short") ? /[\n、，,;；\s]+/ : /\n+/).map((part) => part.trim()).filter(Boolean) ?? [];
  if (!input || input.value || parts.length < 2) return;
  event.preventDefault();
  let at = input;
  for (const part of parts) {
    at.value = part;
    at = grow(at)?.querySelector("input") ?? at;
  }
  at.focus();
  changed(holder(at.closest("[data-row]").parentElement));
});

// ---- the roster: everybody who does not stand in a list yet, one press each ----
function offerPeople(details) {
  const list = details.closest("[data-list]");
  const there = new Set(rowsOf(list).map((row) => firstField(row)?.value));
  const names = [...document.querySelectorAll("datalist#people option")].map((option) => option.value);
  details.querySelector("div").replaceChildren(...names.filter((name) => !there.has(name)).map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => {
      const input = list.querySelector(":scope > .rows > [data-blank] input");
      input.value = name;
      grow(input);
      button.remove();
      changed(list);
    });
    return button;
  }));
}
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("[data-roster]") && event.target.open) offerPeople(event.target);
}, true);

// ---- pictures: sent at once, and called by their names ----
document.addEventListener("change", async (event) => {
  const chooser = event.target.closest("[data-upload]");
  const file = chooser?.files[0];
  if (!file) return;
  const body = new FormData();
  body.append("unit", form().elements["~unit"].value);
  body.append("file", file);
  const token = JSON.parse(document.body.getAttribute("hx-headers"));
  const answer = await fetch(form().dataset.pictures, { method: "POST", body, headers: { ...token, accept: "application/json" } }).catch(() => null);
  chooser.value = "";
  const told = await answer?.json().catch(() => null);
  if (!answer?.ok) return toast(told?.title ?? "没有传上，请再试一次。");
  for (const list of ["pictures", "files"]) document.querySelector(`datalist#${list}`)?.append(new Option(told.name, told.name));
  const input = chooser.closest(".field, [data-list]").querySelector("input[list=pictures]");
  input.value = told.name;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  toast(`已存为 ${told.name}`);
});

// ---- days: typed, or picked from the browser's own calendar ----
function calendar(input) {
  const native = document.createElement("input");
  native.type = input.dataset.when;
  if (native.type !== input.dataset.when || !native.showPicker) return;
  const box = document.createElement("span");
  box.className = "when";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "▾";
  button.tabIndex = -1;
  button.setAttribute("aria-label", "选日期");
  native.className = "native";
  native.tabIndex = -1;
  native.setAttribute("aria-hidden", "true");
  input.before(box);
  box.append(input, native, button);
  button.addEventListener("click", () => {
    const known = input.value.trim().replace(" ", "T");
    native.value = known || "";
    native.showPicker();
  });
  native.addEventListener("input", (event) => event.stopPropagation());
  native.addEventListener("change", (event) => {
    event.stopPropagation();
    input.value = native.value.replace("T", " ");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Give a piece of the page what only a script can offer. */
function furnish(piece) {
  for (const each of piece.querySelectorAll("[data-roster], .upload")) each.hidden = false;
  if (form()?.querySelector("fieldset.plain[disabled]")) return;
  for (const input of piece.querySelectorAll("input[data-when]")) calendar(input);
}
if (form()) furnish(form());

// ---- keys ----
document.addEventListener("keydown", (event) => {
  if (!form()) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  } else if (event.key === "Enter" && event.target.matches("form#record input:not([type=checkbox])")) {
    event.preventDefault();
    const row = event.target.closest(".texts > [data-row]");
    row?.nextElementSibling?.querySelector("input")?.focus();
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const row = event.target.closest("[data-list] > .rows > [data-row]");
    if (row) {
      event.preventDefault();
      move(row, event.key === "ArrowUp" ? -1 : 1);
    }
  } else if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  }
});

// ---- saving: the page stays where it is ----
function save() {
  const button = document.querySelector("#save");
  if (!button || !window.htmx) return null;
  return window.htmx.ajax("POST", form().getAttribute("action"), { source: button, target: "#findings", swap: "innerHTML" });
}
document.addEventListener("submit", (event) => {
  if (event.target !== form()) { dirty = false; return; }
  const action = event.submitter?.getAttribute("formaction") ?? "";
  if (!action && window.htmx && event.submitter?.id === "save") {
    event.preventDefault();
    save();
  } else if (!event.submitter?.hasAttribute("formtarget")) {
    dirty = false;
  }
}, true);
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { xhr, elt } = event.detail;
  if (!form() || !form().contains(elt)) return;
  if (xhr.status === 401) {
    // To be sent to the login from here would lose what was typed.
    event.preventDefault();
    askForLogin();
  } else if (xhr.status === 403 && !renewing) {
    event.preventDefault();
    renew(elt.id === "save");
  } else if (xhr.status === 200 && xhr.getResponseHeader("HX-Redirect")) {
    dirty = false;
  }
});

/** Say that one must log in again, elsewhere: what was typed stays on this page. */
function askForLogin() {
  if (document.querySelector("#login-again")) return;
  const said = document.createElement("div");
  said.className = "toast";
  said.id = "login-again";
  const link = document.createElement("a");
  link.href = `${document.body.dataset.root}/login`;
  link.target = "_blank";
  link.textContent = "在新窗口登录";
  link.addEventListener("click", () => said.remove());
  said.append("登录已过期，写的内容还在。", link, "，然后回来再按保存。");
  document.querySelector("#toasts").append(said);
}

// After another login the page's token against forgery is an old one: the new one stands on any page.
let renewing = false;
async function renew(again) {
  renewing = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = fresh.querySelector("form#record input[name=csrf_token]")?.value;
    if (!token) return askForLogin();
    document.body.setAttribute("hx-headers", fresh.body.getAttribute("hx-headers"));
    for (const input of document.querySelectorAll("input[name=csrf_token]")) input.value = token;
    if (again) await save();
    else form().dispatchEvent(new CustomEvent("changed-rows"));
  } finally {
    renewing = false;
  }
}
document.addEventListener("htmx:afterRequest", (event) => {
  const saved = event.detail.elt?.id === "save" || event.detail.requestConfig?.path?.endsWith("/record");
  const status = event.detail.xhr?.status;
  if (saved && status === 200) {
    dirty = false;
    document.querySelector("#login-again")?.remove();
    toast("已保存");
    show();
  } else if (saved && status === 412) {
    dirty = false;
  } else if (status === 200 && event.detail.requestConfig?.path?.endsWith("/record/check")) {
    show();
  }
});
// What waits to be looked up when it was saved meanwhile has been looked up with it.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!dirty && event.detail.requestConfig?.path?.endsWith("/record/check")) event.preventDefault();
});
addEventListener("beforeunload", (event) => { if (dirty && form()) event.preventDefault(); });

// ---- the preview, as one writes ----
const live = document.querySelector("#live");
if (live) {
  const typed = !form().querySelector("fieldset.plain[disabled]");
  live.closest(".live").hidden = !typed;
  live.checked = typed && matchMedia("(min-width: 1001px)").matches;
}
let waiting = 0;
function show() {
  clearTimeout(waiting);
  if (!live?.checked) return;
  waiting = setTimeout(() => form()?.requestSubmit(document.querySelector("#show-paper")), 900);
}
// It is shown anew as far down as it was read; another paper from its beginning.
const preview = document.querySelector("iframe[name=preview]");
let reading = { paper: "", at: 0 };
document.addEventListener("submit", (event) => {
  if (event.submitter?.id !== "show-paper") return;
  const paper = document.querySelector("#paper").value;
  reading = { paper, at: !reading.paper || paper === reading.paper ? preview.contentWindow.scrollY : 0 };
});
preview?.addEventListener("load", () => preview.contentWindow.scrollTo(0, reading.at));
document.addEventListener("change", (event) => {
  if (event.target.id !== "paper") return;
  form().elements["~chosen"].value = event.target.value;
  form().requestSubmit(document.querySelector("#show-paper"));
});

// ---- the text: numbers of lines, and the way to one ----
const text = document.querySelector("textarea#text");
const gutter = document.querySelector(".gutter");
function number() {
  gutter.textContent = Array.from(text.value.split("\n"), (_, index) => index + 1).join("\n");
  gutter.scrollTop = text.scrollTop;
}
if (text && gutter) {
  number();
  text.addEventListener("input", number);
  text.addEventListener("scroll", () => { gutter.scrollTop = text.scrollTop; });
  gutter.style.height = `${text.offsetHeight}px`;
  new ResizeObserver(() => { gutter.style.height = `${text.offsetHeight}px`; }).observe(text);
}
function goto(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  text.scrollTop = Math.max(0, (line - 6) * (text.scrollHeight / lines.length));
}

// ---- the list: a choice is a search ----
document.querySelector("form[data-filters]")?.addEventListener("change", (event) => {
  if (event.target.matches("select, [type=checkbox]")) event.currentTarget.requestSubmit();
});
