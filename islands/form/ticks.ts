/** Saves a form of boxes as soon as one is ticked; its button does so without a script. */
export function saveAtATick(form: HTMLElement) {
  if (!(form instanceof HTMLFormElement)) return
  form.addEventListener('change', () => form.requestSubmit())
}
