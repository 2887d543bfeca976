import type { Passage } from '../../platform/documents/sheet.ts'

/** A passage of a document, each phrase in its language. */
export function Phrases({ passage }: { passage: Passage }) {
  return (
    <>
      {passage.map(({ text, language, emphasis, href }, index) => {
        const Tag = href ? 'a' : emphasis === 'strong' ? 'strong' : 'span'
        const quiet = emphasis === 'quiet' ? 'quiet' : undefined
        return (
          <Tag key={index} lang={language} class={quiet} {...(href ? { href } : {})}>
            {text}
          </Tag>
        )
      })}
    </>
  )
}
