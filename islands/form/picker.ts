import { askWhileTyping, withParameter } from './ask.ts'
import { Suggestions } from './suggestions.ts'

export interface Option {
  id: string
  name: string
  language: string
  own: { text: string; language: string } | null
  details: string
}

interface Answer {
  items: Option[]
  status: string
}

/**
 * Suggests under a name what it may mean: the editable combobox with a list of ARIA 1.2. Whatever is typed without choosing is
 * looked up by the server, as without a script.
 */
export function suggestWhileTyping(input: HTMLElement) {
  const address = input.dataset.address
  const inputs = input.parentElement?.querySelectorAll<HTMLInputElement>('input[type=hidden]')
  const [id, chosenFor] = inputs ?? []
  const line = document.getElementById(`${input.id}-chosen`)
  if (!(input instanceof HTMLInputElement) || address === undefined || !id || !chosenFor || !line) return
  const list = new Suggestions(input, choose)
  const question = askWhileTyping<Answer>(200, (answer) => {
    if (document.activeElement === input) list.show(answer?.items ?? [], answer?.status ?? '')
  })
  const ask = (atOnce = false) => {
    if (input.value.trim() === '') {
      question.stop()
      list.close()
    } else question.ask(withParameter(address, 'q', input.value.trim()), atOnce)
  }

  function choose(option: Option) {
    question.stop()
    list.close()
    setChosen(option.name, option.id)
    input.dispatchEvent(new Event('change', { bubbles: true }))
    if (line)
      line.textContent = line.dataset.chosen?.replace('#', () => `${option.name} – ${option.details}`) ?? ''
    list.say(line?.textContent ?? '')
  }

  function setChosen(name: string, chosenId: string) {
    // The question that the page came back with is answered, or asked again.
    input.closest('.field')?.querySelector('.picker-candidates')?.remove()
    if (!id || !chosenFor || !(input instanceof HTMLInputElement)) return
    input.value = name
    id.disabled = false
    id.value = chosenId
    chosenFor.value = chosenId === '' ? '' : name
  }

  input.addEventListener('input', () => {
    line.textContent = ''
    // An input method holds the text while it composes: a value that is set then would be composed twice.
    if (chosenFor.value !== input.value) {
      id.value = ''
      chosenFor.value = ''
    }
    ask()
  })
  input.addEventListener('blur', () => {
    question.stop()
    list.close()
  })
  input.addEventListener('keydown', (event) => {
    // While Hangul is composed, Enter and the arrows belong to the input method (229 in browsers that forget isComposing).
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
    if (list.isOpen ? list.takeKey(event) : event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!list.isOpen && event.key.startsWith('Arrow')) ask(true)
    }
  })
}
