import type { Option } from './picker.ts'

/** The list under a combobox: shown, walked through by keys, and announced to screen readers. */
export class Suggestions {
  readonly #input: HTMLInputElement
  readonly #choose: (option: Option) => void
  readonly #list: HTMLElement
  readonly #voice: HTMLElement
  #options: Option[] = []
  #active = -1

  constructor(input: HTMLInputElement, choose: (option: Option) => void) {
    this.#input = input
    this.#choose = choose
    this.#list = document.createElement('ul')
    this.#list.id = `${input.id}-list`
    this.#list.className = 'picker-list'
    this.#list.hidden = true
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', input.labels?.[0]?.textContent?.trim() ?? '')
    this.#voice = document.createElement('span')
    this.#voice.className = 'visually-hidden'
    this.#voice.setAttribute('role', 'status')
    input.after(this.#list, this.#voice)
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    })) {
      input.setAttribute(name, value)
    }
    // The input keeps the keyboard: leaving it would close the list before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[role=option]') : null
      const option = this.#options[row ? [...this.#list.children].indexOf(row) : -1]
      if (option) this.#choose(option)
    })
  }

  get isOpen(): boolean {
    return !this.#list.hidden
  }

  show(options: Option[], status: string) {
    this.#options = options
    this.#list.replaceChildren(...options.map((option, index) => this.#row(option, index)))
    this.#list.hidden = options.length === 0
    this.#input.setAttribute('aria-expanded', String(this.isOpen))
    this.#activate(-1)
    this.say(status)
  }

  close() {
    if (this.isOpen) this.show([], '')
  }

  say(text: string) {
    this.#voice.textContent = text
  }

  /** Whether the open list has a use for a key. */
  takeKey(event: KeyboardEvent): boolean {
    const last = this.#options.length - 1
    const option = this.#options[this.#active]
    switch (event.key) {
      case 'ArrowDown':
        return this.#activate(this.#active === last ? 0 : this.#active + 1)
      case 'ArrowUp':
        return this.#activate(this.#active <= 0 ? last : this.#active - 1)
      // Until an option is reached, Home and End move within the text.
      case 'Home':
        return option !== undefined && this.#activate(0)
      case 'End':
        return option !== undefined && this.#activate(last)
      case 'Escape':
        this.close()
        return true
      case 'Enter':
        if (option) this.#choose(option)
        return option !== undefined
      default:
        return false
    }
  }

  #activate(index: number): true {
    this.#active = index
    for (const [at, row] of [...this.#list.children].entries()) {
      row.setAttribute('aria-selected', String(at === index))
      if (at === index) row.scrollIntoView({ block: 'nearest' })
    }
    const row = this.#list.children[index]
    if (row) this.#input.setAttribute('aria-activedescendant', row.id)
    else this.#input.removeAttribute('aria-activedescendant')
    return true
  }

  #row({ name, language, own, details }: Option, index: number): HTMLElement {
    const row = document.createElement('li')
    row.id = `${this.#list.id}-${index}`
    row.setAttribute('role', 'option')
    row.append(passage(name, language, 'picker-name'))
    if (own) row.append(' ', passage(own.text, own.language, 'own-name'))
    const more = document.createElement('span')
    more.className = 'picker-details'
    more.textContent = details
    row.append(' ', more)
    return row
  }
}

function passage(text: string, language: string, className: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.lang = language
  element.textContent = text
  return element
}
