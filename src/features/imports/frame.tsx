import type { FastifyReply } from 'fastify'
import { capitalized } from '../../platform/i18n/capitalized.ts'
import type { FormState } from '../../platform/input/form.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { FormFields } from '../../ui/form/filled.tsx'
import { ErrorList } from '../../ui/form/form.tsx'
import { TextAreaField } from '../../ui/form/text-area-field.tsx'
import { useReader } from '../../ui/reader.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { type Network, type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { importsPaths, paths } from './paths.ts'
import { tableKinds } from './tables/fields.ts'
import { Templates } from './tables/views/table-list.tsx'
import { assistantHost } from './texts/assistant/host.ts'

/** A rejected form: which of the two, its values and its errors. */
export interface TypedImport extends FormState {
  of: 'text' | 'table'
}

/** The page on which an import begins: of a text, or of a table. */
export function renderNewImport(visit: NetworkRequest, typed: TypedImport | null = null): FastifyReply {
  const { application, reader, network } = visit
  const { settings } = application
  return renderNetworkPage(visit, {
    title: reader.t('imports.begin.title'),
    description: reader.t('imports.list.lead'),
    path: '/imports/new',
    noindex: true,
    children: (
      <NewImportPage
        network={network}
        mostBytes={settings.uploadMegabytes * 1e6}
        assistantHost={assistantHost(settings)}
        typed={typed}
      />
    ),
  })
}

interface NewImportPageProps {
  network: Network
  mostBytes: number
  assistantHost: string | null
  typed: TypedImport | null
}

const untouched = { values: {}, errors: [] }

/** The two ways to begin: a text, or a table. */
function NewImportPage({ network, mostBytes, assistantHost, typed }: NewImportPageProps) {
  const reader = useReader()
  const { t } = reader
  const shown = (of: TypedImport['of']) => (typed?.of === of ? typed : untouched)
  return (
    <>
      <PageHeading
        kicker={<a href={importsPaths.list(reader, network.slug)}>{t('imports.list.title')}</a>}
        lead={t('imports.begin.lead')}
      >
        {t('imports.begin.title')}
      </PageHeading>
      <Section id="text" title={t('imports.text.new.title')}>
        <p>{t('imports.text.new.lead')}</p>
        <NewTextForm
          network={network.slug}
          mostBytes={mostBytes}
          assistantHost={assistantHost}
          form={shown('text')}
        />
      </Section>
      <Section id="table" title={t('imports.new.title')}>
        <p>{t('imports.new.lead')}</p>
        <NewTableForm network={network} mostBytes={mostBytes} form={shown('table')} />
      </Section>
      <Templates network={network} />
    </>
  )
}

interface NewTableFormProps {
  network: Network
  form: FormState
  mostBytes: number
}

const endings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', '.xls', 'text/csv']

/** The form for the file of a table. */
function NewTableForm({ network, form, mostBytes }: NewTableFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <form method="post" action={importsPaths.list(reader, network.slug)} enctype="multipart/form-data">
      <FormFields form={form}>
        <ErrorList form={form} />
        <ChoiceField
          name="kind"
          label={t('imports.new.kind')}
          options={[
            { value: '', label: t('imports.new.anyKind') },
            ...tableKinds.map((kind) => ({
              value: kind,
              label: capitalized(t(`imports.kind.${kind}`), reader.interfaceLanguage),
            })),
          ]}
          required
        />
        <FileField
          name="file"
          label={t('imports.new.file')}
          kinds={t('imports.new.kinds')}
          accept={endings}
          mostBytes={mostBytes}
          required
        />
        <p class="actions">
          <button type="submit" class="button primary">
            {t('imports.new.send')}
          </button>
        </p>
      </FormFields>
    </form>
  )
}

interface NewTextFormProps {
  network: string
  mostBytes: number
  /** The host of the assistant of this server; null if there is none. */
  assistantHost: string | null
  form: FormState
}

/** Types that browsers offer first; any other file is examined all the same. */
const accepted = ['.pdf', '.docx', '.odt', '.hwp', '.hwpx', '.md', '.txt', '.html', '.eml', '.rtf', '.doc']

/** The form for a text to import: a file, or pasted words. */
function NewTextForm({ network, mostBytes, assistantHost, form }: NewTextFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <form
        method="post"
        action={paths.newImport(reader, network)}
        enctype="multipart/form-data"
        class="form"
        novalidate
      >
        <FormFields form={form}>
          <ErrorList form={form} />
          <FileField
            name="document"
            label={t('imports.text.new.file')}
            kinds={t('imports.text.new.kinds')}
            accept={accepted}
            mostBytes={mostBytes}
          />
          <TextAreaField
            name="text"
            label={t('imports.text.new.text')}
            hint={t('imports.text.new.textHint')}
            max={1_000_000}
            rows={10}
          />
          {assistantHost === null ? null : (
            <fieldset class="form-group">
              <legend>{t('imports.text.assistant.title')}</legend>
              <p class="field-hint" id="assistant-hint">
                {t('imports.text.assistant.hint', { host: assistantHost })}
              </p>
              <label class="choice">
                <input type="checkbox" name="assistant" value="1" aria-describedby="assistant-hint" />{' '}
                {t('imports.text.assistant.allow', { host: assistantHost })}
              </label>
            </fieldset>
          )}
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('imports.text.new.send')}
            </button>
          </p>
        </FormFields>
      </form>
      <p class="quiet">{t('imports.text.new.both')}</p>
    </>
  )
}
