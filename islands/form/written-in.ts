/**
 * Proposes another language for a text whose letters are not those of its language: what is typed in Hangul is Korean. The server does
 * the same without a script.
 */
export function proposeLanguage(choice: HTMLElement) {
  const select = choice.querySelector('select')
  const words = choice.querySelector('[data-language]')
  const box = choice.parentElement?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[lang]')
  if (!select || !words || !box) return
  let isChosen = false
  const show = () => {
    words.textContent = select.selectedOptions[0]?.dataset.words ?? ''
    box.lang = select.value
  }
  select.addEventListener('change', () => {
    isChosen = true
    show()
  })
  box.addEventListener('input', () => {
    const hangul = box.value.match(/\p{Script=Hangul}/gu)?.length ?? 0
    const letters = box.value.match(/\p{L}/gu)?.length ?? 0
    const korean = [...select.options].some(({ value }) => value === 'ko')
    if (isChosen || !korean || hangul * 3 <= letters || select.value === 'ko') return
    select.value = 'ko'
    show()
  })
}
