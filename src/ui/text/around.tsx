import type { ComponentChildren, VNode } from 'preact'

const marker = '\u{fffc}'

/** A message with an element in the place of one of its words: `say` inserts the text it gets in the place of that word. */
export function around(say: (word: string) => string, element: ComponentChildren): VNode {
  const [before, after] = say(marker).split(marker)
  return (
    <>
      {before}
      {element}
      {after}
    </>
  )
}
