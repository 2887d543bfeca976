import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../../platform/i18n/formatters.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import {
  byOwnSide,
  type Choices,
  countryName,
  type OrganisationRef,
  shortNames,
} from '../../../../directory/index.ts'
import { OrganisationChoice } from '../../../../directory/picking/index.ts'
import type { Network } from '../../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { TextFields } from './text-fields.tsx'

interface NewExpectationPageProps {
  network: Network
  isAdviser: boolean
  own: readonly OrganisationRef[]
  addressable: readonly OrganisationRef[]
  choices: Choices
  shown: Shown
}

/** Who expects what of whom, until when, who reads it, and whether others may be asked. */
export function NewExpectationPage(props: NewExpectationPageProps) {
  const reader = useReader()
  const { network, shown, isAdviser } = props
  const { t } = reader
  return (
    <>
      <FormErrors errors={shown.errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('partners.expectations.title')}</a>}
        lead={t('partners.expectation.newLead')}
      >
        {t('partners.expectation.new')}
      </PageHeading>
      <Form action={`/${reader.language}/${network.slug}/expectations/new`} form={shown}>
        <AskerFields {...props} />
        <AddressedField {...props} />
        <TextFields languages={network.languages} title={{}} text={{}} />
        {isAdviser ? <ContactFields /> : null}
        <LanguageField />
        <div class="field">
          <Choice
            name="consent"
            option={{
              value: 'yes',
              label: t('partners.consent.before'),
              hint: t('partners.consent.beforeHint'),
            }}
            type="checkbox"
            isChosen={typedValue(shown.values, 'consent') !== ''}
          />
        </div>
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.expectation.submit')}
          </button>
        </p>
      </Form>
    </>
  )
}

function AskerFields({ network, isAdviser, own, choices }: NewExpectationPageProps) {
  const reader = useReader()
  const { t } = reader
  if (isAdviser)
    return (
      <OrganisationChoice
        call={{ reader, network, form: `/${network.slug}/expectations/new` }}
        choices={choices}
        name="asker"
        label={t('partners.expectation.asker')}
        hint={t('partners.expectation.askerHint')}
        required
      />
    )
  const [only] = own
  if (own.length === 1 && only)
    return <p>{t('partners.expectation.askerIs', { organisation: nameOf(reader, only) })}</p>
  return (
    <ChoiceField
      name="own"
      label={t('partners.expectation.asker')}
      options={own.map((each) => ({ value: each.id, label: nameOf(reader, each) }))}
      required
    />
  )
}

function AddressedField({ network, addressable }: NewExpectationPageProps) {
  const reader = useReader()
  const { t } = reader
  // Whom one addresses is, more often than not, on the other side.
  const countries = byOwnSide(reader, network.countries).toReversed()
  const ordered = addressable.toSorted(
    (a, b) =>
      countries.indexOf(a.country) - countries.indexOf(b.country) ||
      compareNames(reader.interfaceLanguage, nameOf(reader, a), nameOf(reader, b)),
  )
  return (
    <ChoiceField
      name="asked"
      label={t('partners.expectation.asked')}
      hint={t('partners.expectation.askedHint')}
      options={ordered.map((each) => ({
        value: each.id,
        label: `${nameOf(reader, each)} – ${countryName(reader, each.country)}`,
      }))}
      isFolded
      required
    />
  )
}

function ContactFields() {
  const reader = useReader()
  const { t } = reader
  return (
    <fieldset class="part">
      <legend>{t('partners.expectation.contact')}</legend>
      <p class="field-hint">{t('partners.expectation.contactHint')}</p>
      <Field name="contactName" label={t('partners.contact.name')} autocomplete="off" />
      <Field name="contactAddress" label={t('partners.contact.address')} type="email" autocomplete="off" />
    </fieldset>
  )
}

function LanguageField() {
  const reader = useReader()
  return (
    <ChoiceField
      name="language"
      label={reader.t('partners.expectation.language')}
      options={interfaceLanguages.map((value) => ({
        value,
        label: capitalized(languageInWords(reader, value), reader.interfaceLanguage),
      }))}
      required
    />
  )
}

function nameOf(reader: Reader, organisation: OrganisationRef): string {
  return chooseName(shortNames(organisation), reader.language).text
}
