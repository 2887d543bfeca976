import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import type { FoundTerm } from '../../find-terms.ts'
import { paths } from '../../paths.ts'
import { stateWords } from '../../text-words.ts'
import type { EditorData, EditorForm } from '../editor-data.ts'

interface TranslationFormProps {
  network: Network
  data: EditorData
  form: EditorForm
  error: string | undefined
  /** The provider of a first version; null for none. */
  machine: string | null
}

/** The original and the translation side by side; one above the other on a phone. */
export function TranslationForm({ network, data, form, error, machine }: TranslationFormProps) {
  const reader = useReader()
  const { t } = reader
  const { text, terms } = data
  const isOriginal = text.language === text.originalLanguage
  const isProposed = form.proposal !== ''
  const isOpen = !isOriginal && (isProposed || text.state === 'machine' || text.state === 'stale')
  const named = languageInWords(reader, text.language)
  return (
    <form method="post" action={paths.text(reader, network.slug, text.id)}>
      <input type="hidden" name="madeFrom" value={form.madeFrom} />
      {isProposed ? <input type="hidden" name="proposal" value={form.proposal} /> : null}
      <div class={isOriginal ? undefined : 'languages-beside'}>
        {isOriginal ? null : (
          <div>
            <h2>
              {t('translations.editor.original', {
                language: languageInWords(reader, text.originalLanguage),
              })}
            </h2>
            <OriginalText text={text.original} language={text.originalLanguage} terms={terms} />
          </div>
        )}
        <div>
          <Field
            name="text"
            label={t(isOriginal ? 'translations.editor.original' : 'translations.editor.target', {
              language: named,
            })}
            hint={
              <>
                {t('translations.editor.isNow', {
                  state: t(isProposed ? stateWords.machine : stateWords[text.state]),
                })}
                {isOriginal ? null : (
                  <>
                    <br />
                    {t('translations.editor.typedIsReviewed')}
                  </>
                )}
              </>
            }
            error={error}
            required
          >
            {(control) => (
              <textarea
                {...control}
                rows={rowsFor(text.original)}
                {...languageAttributes(reader, text.language)}
              >
                {form.typed}
              </textarea>
            )}
          </Field>
          {isOpen ? (
            <p>
              <span class="checkbox">
                <input id="reviewed" type="checkbox" name="reviewed" value="yes" checked={form.reviewed} />
                <label for="reviewed">{t('translations.editor.reviewed')}</label>
              </span>
            </p>
          ) : null}
          <div class="actions">
            <button type="submit" class="button primary" name="goTo" value="next">
              {t('translations.editor.saveNext')}
            </button>
            <button type="submit" class="button" name="goTo" value="stay">
              {t('translations.editor.save')}
            </button>
            {machine !== null && !isOriginal ? (
              <button
                type="submit"
                class="button"
                formaction={paths.machine(reader, network.slug, text.id)}
                formnovalidate
              >
                {t('translations.editor.askMachine', { provider: machine })}
              </button>
            ) : null}
          </div>
        </div>
      </div>
    </form>
  )
}

// As many rows as the original needs, and a few more.
function rowsFor(original: string): number {
  return Math.min(20, Math.max(4, Math.ceil(original.length / 45) + 2))
}

interface OriginalTextProps {
  text: string
  language: string
  terms: readonly FoundTerm[]
}

/** A text with its terms as links to their translations: underlined, reached by keyboard, announced as links. */
export function OriginalText({ text, language, terms }: OriginalTextProps) {
  const reader = useReader()
  let last = 0
  const parts = terms.flatMap(({ start, end, term }) => {
    const before = text.slice(last, start)
    last = end
    return [
      before,
      <a key={start} href={`#${termId(term.key)}`} aria-describedby={termId(term.key)}>
        {text.slice(start, end)}
      </a>,
    ]
  })
  return (
    <div class="written written-original" {...languageAttributes(reader, language)}>
      {parts}
      {text.slice(last)}
    </div>
  )
}

/** The id of a term’s explanation in the list of terms. */
export function termId(key: string): string {
  return `term-${key}`
}
