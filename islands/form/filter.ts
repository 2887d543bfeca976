/** Shows those of many boxes whose label holds what is typed, and always those that are ticked. */
export function filterChoices(input: HTMLElement) {
  const within = document.getElementById(input.getAttribute('aria-controls') ?? '')
  const line = input.parentElement
  const status = line?.querySelector<HTMLElement>('[data-shown]')
  if (!(input instanceof HTMLInputElement) || !within || !line || !status) return
  const choices = [...within.querySelectorAll<HTMLElement>('.choice')].map((choice) => ({
    choice,
    box: choice.querySelector('input'),
    text: fold(`${choice.textContent} ${choice.closest('fieldset')?.querySelector('legend')?.textContent}`),
  }))
  line.hidden = false
  const filter = () => {
    const wanted = fold(input.value).trim()
    let shown = 0
    for (const { choice, box, text } of choices) {
      choice.hidden = !text.includes(wanted) && !box?.checked
      if (!choice.hidden) shown++
    }
    for (const group of within.querySelectorAll('fieldset'))
      group.hidden = !group.querySelector('.choice:not([hidden])')
    status.textContent = wanted === '' ? '' : (status.dataset.shown?.replace('#', String(shown)) ?? '')
  }
  input.addEventListener('input', filter)
  // Enter here would send the whole form.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault()
  })
  // The page may come back with what was typed before.
  filter()
}

function fold(text: string): string {
  return ` ${text}`
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
