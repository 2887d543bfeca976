import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { FileField } from '../../../../ui/form/file-field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import { tableKinds } from '../fields.ts'

interface NewTableFormProps {
  network: Network
  form: FormState
  mostBytes: number
}

const endings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', '.xls', 'text/csv']

/** Choosing the file of an import. */
export function NewTableForm({ network, form, mostBytes }: NewTableFormProps) {
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
