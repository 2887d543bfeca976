/** Counts the signs of a long text: shows the count at once, and announces it to screen readers after a pause. */
export function countSigns(area: HTMLElement) {
  const line = document.getElementById(`${area.id}-count`)
  if (!(area instanceof HTMLTextAreaElement) || !line) return
  const maximum = Number(area.dataset.max)
  const spoken = document.createElement('span')
  spoken.className = 'visually-hidden'
  spoken.setAttribute('aria-live', 'polite')
  line.after(spoken)
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = () => {
    const isOver = area.value.length > maximum
    const text =
      (isOver ? line.dataset.over : line.dataset.count)?.replace('#', String(area.value.length)) ?? ''
    line.textContent = text
    line.classList.toggle('field-doubt', isOver)
    return text
  }
  area.addEventListener('input', () => {
    const text = show()
    clearTimeout(timer)
    timer = setTimeout(() => {
      spoken.textContent = text
    }, 1200)
  })
  show()
}
