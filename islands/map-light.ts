/** A tie in a list under the pointer or the keyboard lights up on the map of the same page. */
export function lightMapFromList(page: Document) {
  for (const item of page.querySelectorAll<HTMLElement>('li[data-tie]')) {
    const lines = [...page.querySelectorAll('.map-tie[data-tie]')].filter(
      (line) => line.getAttribute('data-tie') === item.dataset.tie,
    )
    const light = (on: boolean) => {
      for (const line of lines) line.classList.toggle('lit', on)
    }
    item.addEventListener('pointerenter', () => light(true))
    item.addEventListener('pointerleave', () => light(false))
    item.addEventListener('focusin', () => light(true))
    item.addEventListener('focusout', () => light(false))
  }
}
