import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { stateWords } from '../../views/text-words.ts'
import type { EditorData } from '../editor-data.ts'

/** How far the language is, the texts that wait before and after this one, and this one's other languages. */
export function EditorSteps({ network, data }: { network: Network; data: EditorData }) {
  const reader = useReader()
  const { t } = reader
  const { text, parity, neighbours } = data
  const link = (id: string) => paths.text(reader, network.slug, id)
  return (
    <nav class="editor-steps" aria-label={t('translations.editor.steps')}>
      {parity ? (
        <p>
          {t('translations.editor.progress', {
            done: parity.counts.original + parity.counts.reviewed,
            total: parity.total,
            language: languageInWords(reader, text.language),
          })}
        </p>
      ) : null}
      <ul class="steps">
        {neighbours.previous ? (
          <li>
            <a href={link(neighbours.previous)} rel="prev">
              {t('translations.editor.previous')}
            </a>
          </li>
        ) : null}
        {neighbours.next ? (
          <li>
            <a href={link(neighbours.next)} rel="next">
              {t('translations.editor.next')}
            </a>
          </li>
        ) : null}
        {text.others
          .filter(({ id }) => id !== text.id)
          .map(({ id, language, state }) => (
            <li key={id}>
              <a href={link(id)}>
                {languageInWords(reader, language)} ({t(stateWords[state])})
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
