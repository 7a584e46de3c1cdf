// What is chosen inside a folded list stands beside its name.

for (const list of document.querySelectorAll("details.choose")) {
  const said = list.querySelector(".chosen");
  const say = () => {
    const count = list.querySelectorAll("input:checked").length;
    said.textContent = count ? `${count} ${list.dataset.some}` : list.dataset.none;
  };
  list.addEventListener("change", say);
  addEventListener("pageshow", say);
}
