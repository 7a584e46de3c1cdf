// Before something that is hard to undo: a form with data-ask asks first.

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.ask;
  if (question && !confirm(question)) event.preventDefault();
}, true);
