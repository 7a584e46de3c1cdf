// The desk of a bulletin: news moves up and down within its column, and into 要闻 and back; all by keyboard too.

const desk = document.querySelector("#desk");
const said = document.querySelector("#said");
const LEADING = "要闻";

function list(column) {
  return desk.querySelector(`ol.pieces[data-column="${CSS.escape(column)}"]`);
}

function tell(row) {
  const place = [...row.parentElement.children].indexOf(row) + 1;
  said.textContent = `${row.querySelector(".headline").textContent}：${row.parentElement.dataset.column} 第 ${place} 位，共 ${row.parentElement.children.length} 位`;
}

function count() {
  for (const section of desk.querySelectorAll(".section[data-column]")) {
    const rows = section.querySelectorAll(".piece");
    const chosen = section.querySelectorAll('input[name="chosen"]:checked');
    section.querySelector(".count").textContent = `${chosen.length} / ${rows.length} 篇`;
  }
}

function moved(row) {
  count();
  tell(row);
  desk.dispatchEvent(new Event("moved"));
}

function move(row, step) {
  const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) { tell(row); return; }
  if (step < 0) other.before(row); else other.after(row);
  moved(row);
}

function lead(row, leads) {
  const target = list(leads ? LEADING : row.dataset.column) ?? list(LEADING);
  if (target !== row.parentElement) target.append(row);
  if (leads) row.querySelector('input[name="chosen"]').checked = true;
  moved(row);
}

desk?.addEventListener("click", (event) => {
  const button = event.target.closest("button.move");
  if (!button) return;
  move(button.closest(".piece"), button.dataset.move === "up" ? -1 : 1);
  button.focus();
});

desk?.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".piece");
  if (!row || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  move(row, event.key === "ArrowUp" ? -1 : 1);
  event.target.focus();
});

desk?.addEventListener("change", (event) => {
  const row = event.target.closest(".piece");
  if (!row) return;
  if (event.target.name === "leads") { lead(row, event.target.checked); event.target.focus(); }
  if (event.target.name === "chosen") {
    row.classList.toggle("left-out", !event.target.checked);
    const leads = row.querySelector('input[name="leads"]');
    if (!event.target.checked && leads.checked) { leads.checked = false; lead(row, false); event.target.focus(); }
    count();
  }
  if (event.target.name === "cut") {
    const abstract = row.querySelector(".abstract");
    abstract.hidden = event.target.value !== "abstract";
    if (!abstract.hidden) abstract.querySelector("input").focus();
  }
});
