/** What is chosen in one of the lists becomes a ticked box, and the list is free for another one: one list is enough. */
export function gatherThemes(boxes: HTMLElement) {
  const lists = [...(boxes.parentElement?.querySelectorAll<HTMLSelectElement>('.themes-lists select') ?? [])]
  const [list, ...others] = lists
  if (!list) return
  for (const other of others) other.parentElement?.remove()
  list.addEventListener('change', () => {
    const option = list.selectedOptions[0]
    if (!option || option.value === '') return
    boxes.append(boxOf(boxes.dataset.name ?? '', option))
    option.remove()
    list.value = ''
  })
}

function boxOf(name: string, { value, textContent }: HTMLOptionElement): HTMLElement {
  const box = document.createElement('input')
  Object.assign(box, { type: 'checkbox', name, value, checked: true, id: `field-${name}-${value}` })
  const label = document.createElement('label')
  label.htmlFor = box.id
  label.textContent = textContent
  const choice = document.createElement('div')
  choice.className = 'choice'
  choice.append(box, label)
  return choice
}
