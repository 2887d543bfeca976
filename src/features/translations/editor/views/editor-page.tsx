import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import type { Network } from '../../../networks/index.ts'
import type { FoundTerm } from '../../find-terms.ts'
import type { Suggestion } from '../../memory/queries.ts'
import { paths } from '../../paths.ts'
import { placeWords, stateWords } from '../../text-words.ts'
import type { EditorData, EditorForm } from '../editor-data.ts'
import { type EditorNews, EditorNotice } from './editor-notice.tsx'
import { OriginalText, TranslationForm, termId } from './translation-form.tsx'

interface EditorPageProps {
  network: Network
  owners: readonly TextOwner[]
  data: EditorData
  form: EditorForm
  /** False for an original if the reader may not change it. */
  mayWrite: boolean
  machine: string | null
  error?: string | undefined
  news?: EditorNews | undefined
}

/** One language of a text beside its original, with all the help for writing it. */
export function EditorPage(props: EditorPageProps) {
  const reader = useReader()
  const { network, data, form, error } = props
  const { t } = reader
  const { text } = data
  const { kind, field } = placeWords(props.owners, text)
  const named = <Name name={text.label} />
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('translations.list.title'), href: paths.list(reader, network.slug) },
          {
            label: languageInWords(reader, text.language),
            href: paths.list(reader, network.slug, { language: text.language }),
          },
        ]}
        current={t(field)}
      />
      <PageHeading
        kicker={t(kind)}
        lead={
          <p>
            <a href={paths.record(reader, network.slug, text.address)}>{named}</a>
          </p>
        }
      >
        {t('translations.editor.title', {
          field: t(field),
          language: languageInWords(reader, text.language),
        })}
      </PageHeading>
      <EditorNotice news={props.news} language={text.language} />
      {error ? <FormErrors errors={[{ field: 'text', message: error }]} /> : null}
      <EditorSteps network={network} data={data} />
      {props.mayWrite ? (
        <TranslationForm network={network} data={data} form={form} error={error} machine={props.machine} />
      ) : (
        <>
          <p>{t('translations.editor.originalOnly')}</p>
          <OriginalText text={text.original} language={text.originalLanguage} terms={[]} />
        </>
      )}
      <TermList terms={data.terms} from={text.originalLanguage} to={text.language} />
      <SuggestionList suggestions={data.suggestions} from={text.originalLanguage} to={text.language} />
    </>
  )
}

interface TermListProps {
  terms: readonly FoundTerm[]
  from: string
  to: string
}

/** The terms of a text in the other language, with notes on their use; nothing without a term. */
function TermList({ terms, from, to }: TermListProps) {
  const reader = useReader()
  if (terms.length === 0) return null
  const each = new Map(terms.map(({ term }) => [term.key, term]))
  const read = reader.interfaceLanguage
  return (
    <Section id="terms" title={reader.t('translations.editor.terms')}>
      <dl class="terms">
        {[...each.values()].map((term) => (
          <div key={term.key} id={termId(term.key)}>
            <dt {...languageAttributes(reader, from)}>{term.words[from]}</dt>
            <dd {...languageAttributes(reader, to)}>
              <strong>{term.words[to]}</strong>
            </dd>
            {term.notes[read] ? <dd class="quiet">{term.notes[read]}</dd> : null}
            {term.confused[read] ? (
              <dd class="quiet">{reader.t('translations.term.notThis', { words: term.confused[read] })}</dd>
            ) : null}
          </div>
        ))}
      </dl>
    </Section>
  )
}

interface SuggestionListProps {
  suggestions: Suggestion[]
  from: string
  to: string
}

/** Translations by people of similar texts, the most similar first; nothing if there are none. */
function SuggestionList({ suggestions, from, to }: SuggestionListProps) {
  const reader = useReader()
  const { t } = reader
  if (suggestions.length === 0) return null
  return (
    <Section id="memory" title={t('translations.editor.memory')}>
      <EntryList
        entries={suggestions.map(({ source, target, likeness, record }) => ({
          key: `${source} ${target}`,
          title: <span {...languageAttributes(reader, to)}>{target}</span>,
          meta: <span {...languageAttributes(reader, from)}>{source}</span>,
          body: (
            <p class="quiet">
              {likeness === 1
                ? t('translations.editor.exact')
                : t('translations.editor.likeness', { percent: Math.floor(likeness * 100) })}
              {' · '}
              <a href={paths.record(reader, record.network, record.address)}>
                <Name name={record.label} />
              </a>
            </p>
          ),
        }))}
      />
    </Section>
  )
}

/** The progress of the language, the texts that wait before and after this one, and this one’s other languages. */
function EditorSteps({ network, data }: { network: Network; data: EditorData }) {
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
