import { isInterfaceLanguage, languageNames } from '../../../../../../platform/i18n/languages.ts'
import { type FormState, typedValue } from '../../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../../ui/form/field.tsx'
import { FileField } from '../../../../../../ui/form/file-field.tsx'
import { FormFields } from '../../../../../../ui/form/filled.tsx'
import { ErrorList } from '../../../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../../ui/reader.tsx'
import { countryOptions } from '../../../../../directory/index.ts'
import type { Network } from '../../../../../networks/index.ts'
import type { Offer } from '../../../call.ts'
import { paths } from '../../../paths.ts'
import { mostLetters } from '../../../schema.ts'
import { BeneathList } from '../../views/beneath-list.tsx'
import { mostProofBytes, proofEndings } from '../proofs/proof-format.ts'

const tableEndings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.ods', '.xls', 'text/csv']

interface ImportPageProps {
  network: Network
  offer: Offer
  form: FormState
}

/** Where a list of addresses is pasted, with how and when these people agreed. */
export function ImportPage({ network, offer, form }: ImportPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <BeneathList network={network} lead={t('newsletter.subscribers.importLead')}>
        {t('newsletter.subscribers.import')}
      </BeneathList>
      <form
        method="post"
        action={paths.import(reader, network.slug)}
        enctype="multipart/form-data"
        class="form"
        novalidate
      >
        <FormFields form={form}>
          {/* Of the check before: the document is kept already. */}
          <input type="hidden" name="proof" value={typedValue(form.values, 'proof')} />
          <ErrorList form={form} />
          <TextAreaField
            name="lines"
            label={t('newsletter.subscribers.lines')}
            hint={t('newsletter.subscribers.linesHint')}
            max={mostLetters}
            rows={10}
          />
          <TextAreaField
            name="words"
            label={t('newsletter.subscribers.declarationOfAll')}
            hint={t('newsletter.subscribers.declarationHint')}
            max={1000}
            rows={3}
          />
          <Field name="givenOn" type="date" label={t('newsletter.subscribers.givenOn')} required />
          <ChoiceField
            name="language"
            label={t('newsletter.subscribers.language')}
            options={offer.languages
              .filter(isInterfaceLanguage)
              .map((value) => ({ value, label: languageNames[value] }))}
            required
          />
          <ChoiceField
            name="country"
            label={t('newsletter.subscribers.countryOfAll')}
            options={countryOptions(reader, network.countries)}
            isFolded
            required
          />
          {/* Last, so that what was typed is read before a file that is too large. */}
          <FileField
            name="file"
            label={t('newsletter.subscribers.file')}
            kinds={t('newsletter.subscribers.fileKinds')}
            accept={tableEndings}
            mostBytes={mostProofBytes}
            hint={t('newsletter.subscribers.fileHint')}
          />
          <FileField
            name="document"
            label={t('newsletter.subscribers.document')}
            kinds={t('newsletter.subscribers.documentKinds')}
            accept={proofEndings}
            mostBytes={mostProofBytes}
            hint={t('newsletter.subscribers.documentHint')}
          />
          {typedValue(form.values, 'proof') === '' ? null : (
            <p>
              <a href={paths.proof(reader, network.slug, typedValue(form.values, 'proof'))}>
                {t('newsletter.subscribers.proofKept')}
              </a>
            </p>
          )}
          <p class="form-end">
            <button type="submit" name="step" value="check" class="button primary">
              {t('newsletter.subscribers.check')}
            </button>
          </p>
          <p class="form-note">{t('newsletter.subscribers.importNote')}</p>
        </FormFields>
      </form>
    </>
  )
}
