import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { placeWords } from '../../views/text-words.ts'
import type { EditorData, EditorForm } from '../editor-data.ts'
import { type EditorNews, EditorNotice } from './editor-notice.tsx'
import { EditorSteps } from './editor-steps.tsx'
import { OriginalText } from './original-text.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { TermList } from './term-list.tsx'
import { TranslationForm } from './translation-form.tsx'

interface EditorPageProps {
  network: Network
  owners: readonly TextOwner[]
  data: EditorData
  form: EditorForm
  /** False for an original before those who may not change it. */
  mayWrite: boolean
  machine: string | null
  error?: string | undefined
  news?: EditorNews | undefined
}

/** One language of a text beside its original, with all that helps to write it. */
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
