/** Who presses twice by habit presses within this time; whoever tries again has waited longer. */
const habitMs = 1000

/** Sends what a form says once where somebody presses twice by habit: the server would be told it a second time. */
export function sendOnce(page: Document) {
  const sent = new WeakMap<HTMLFormElement, number>()
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    const before = sent.get(form)
    if (before !== undefined && event.timeStamp - before < habitMs) event.preventDefault()
    else sent.set(form, event.timeStamp)
  })
}
