// Accounts: a role decides which fields there are; what is shown once can be copied.

function say(text) {
  document.dispatchEvent(new CustomEvent("docgen:said", { detail: { value: text } }));
}

for (const rights of document.querySelectorAll(".rights")) {
  const role = rights.querySelector('select[name="role"]');
  const unit = rights.querySelector(".unit");
  const cleared = rights.querySelector(".cleared");
  const show = () => {
    unit.hidden = !rights.dataset.units.split(" ").includes(role.value);
    cleared.hidden = !rights.dataset.cleared.split(" ").includes(role.value);
    const needed = rights.dataset.needed.split(" ").includes(role.value);
    unit.querySelector("select").required = needed;
    unit.querySelector("option").textContent = needed ? "请选择" : "全部单位";
  };
  role.addEventListener("change", show);
  show();
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const secret = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(secret);
  // Browsers let a page copy over https and on this machine alone; elsewhere it stays selected.
  try {
    await navigator.clipboard.writeText(secret.textContent);
    say("已复制。");
  } catch {
    say("已选中，请按 Ctrl+C 复制。");
  }
});
