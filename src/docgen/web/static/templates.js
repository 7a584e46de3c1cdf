// Templates: find a kind of paper as one types; show the trial where it is loaded.

const rows = [...document.querySelectorAll("#templates tbody tr")];
const sought = document.querySelector("#sought");
const own = document.querySelector("#own-only");

function show() {
  const words = sought.value.trim().toLowerCase();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !row.dataset.name.toLowerCase().includes(words) || (own.checked && !("own" in row.dataset));
    shown += row.hidden ? 0 : 1;
  }
  document.querySelector("#none").hidden = shown > 0;
}

sought?.addEventListener("input", show);
own?.addEventListener("change", show);
if (sought) show();

document.addEventListener("submit", (event) => {
  if (event.target.target === "trial") {
    const frame = document.querySelector(".trial-frame");
    frame.hidden = false;
    frame.scrollIntoView({ block: "nearest" });
  }
}, true);
