import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { FileField } from '../../../../ui/form/file-field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import { tableKinds } from '../fields.ts'
import { Templates } from './imports-page.tsx'

interface NewImportPageProps {
  reader: Reader
  network: Network
  values: FormValues
  errors: readonly FieldError[]
  mostBytes: number
}

const endings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', '.xls', 'text/csv']

/** Choosing the file of an import. */
export function NewImportPage({ reader, network, values, errors, mostBytes }: NewImportPageProps) {
  const { t } = reader
  const said = sayErrors(reader, errors)
  return (
    <>
      <Breadcrumb
        reader={reader}
        steps={[{ label: t('imports.list.title'), href: importsPaths.list(reader, network.slug) }]}
        current={t('imports.new.title')}
      />
      <PageHeading lead={<p>{t('imports.new.lead')}</p>}>{t('imports.new.title')}</PageHeading>
      <form method="post" action={importsPaths.list(reader, network.slug)} enctype="multipart/form-data">
        <FormErrors reader={reader} errors={said.list} />
        <ChoiceField
          reader={reader}
          name="kind"
          label={t('imports.new.kind')}
          options={[
            { value: '', label: t('imports.new.anyKind') },
            ...tableKinds.map((kind) => ({
              value: kind,
              label: capitalized(t(`imports.kind.${kind}`), reader.interfaceLanguage),
            })),
          ]}
          chosen={[typedValue(values, 'kind')]}
          required
        />
        <FileField
          reader={reader}
          name="file"
          label={t('imports.new.file')}
          kinds={t('imports.new.kinds')}
          accept={endings}
          mostBytes={mostBytes}
          error={said.byField.file}
          required
        />
        <p class="actions">
          <button type="submit" class="button primary">
            {t('imports.new.send')}
          </button>
        </p>
      </form>
      <Templates reader={reader} network={network} />
    </>
  )
}
