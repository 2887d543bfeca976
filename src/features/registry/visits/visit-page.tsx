import type { ComponentChildren } from 'preact'
import type { Sheet } from '../../../platform/documents/sheet.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import type { LinkedPage } from '../../../platform/records/record-link.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Phrases } from '../../../ui/text/phrases.tsx'
import type { OrganisationRef } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { SheetParts } from './sheet-parts.tsx'

interface VisitPageProps {
  network: string
  /** The places among which one chooses. */
  places: readonly OrganisationRef[]
  form: FormState
  /** The visit note, once its days are known. */
  sheet: Sheet | null
  /** Where the hosts’ country is presented, which the files of the note take along. */
  country: LinkedPage | null
  /** The contacts of the hosts and of the embassies; null for those who may not see them. */
  contacts: ComponentChildren | null
}

/** Asks for the days of a visit, then says what to know of them and of the place. */
export function VisitPage({ sheet, country, contacts, ...props }: VisitPageProps) {
  const reader = useReader()
  const { t } = reader
  const organisations = (
    <a href={paths.organisations(reader, props.network)}>{t('registry.organisations.title')}</a>
  )
  const [place, from, to] = ['place', 'from', 'to'].map((name) => typedValue(props.form.values, name))
  const asked = { place, from, to }
  // None of the files that one keeps names a person.
  const actions = sheet ? (
    <>
      <a class="button" href={paths.visitFile(reader, props.network, 'pdf', asked)}>
        {t('registry.cooperation.notePdf')}
      </a>{' '}
      <a class="button" href={paths.visitFile(reader, props.network, 'docx', asked)}>
        {t('registry.cooperation.noteDocx')}
      </a>{' '}
      <a class="button" href={paths.visitFile(reader, props.network, 'ics', asked)}>
        {t('registry.visit.calendar')}
      </a>{' '}
      <PrintButton />
    </>
  ) : undefined
  return (
    <>
      <ErrorList form={props.form} />
      <PageHeading kicker={organisations} lead={sheet ? null : t('registry.visit.lead')} actions={actions}>
        {sheet?.title ?? t('registry.visit.title')}
      </PageHeading>
      {sheet ? (
        <>
          <SheetParts parts={sheet.parts} />
          {country ? (
            <p>
              <a href={country.href}>{country.label}</a>
            </p>
          ) : null}
          {sheet.foot.map((passage, index) => (
            <p key={index} class="quiet">
              <Phrases passage={passage} />
            </p>
          ))}
          <Section id="contacts" title={t('registry.visit.contacts')}>
            {contacts ?? <p>{t('registry.visit.contactsInside')}</p>}
          </Section>
        </>
      ) : null}
      {props.places.length === 0 ? (
        <EmptyState
          title={t('registry.visit.noPlace')}
          why={t('registry.visit.noPlaceWhy')}
          next={organisations}
        />
      ) : (
        <Section id="change" title={t('registry.visit.when')}>
          <DaysForm {...props} />
        </Section>
      )}
    </>
  )
}

function DaysForm({ network, places, form }: Pick<VisitPageProps, 'network' | 'places' | 'form'>) {
  const reader = useReader()
  const { t } = reader
  const options = places.map(({ slug, name }) => ({
    value: slug,
    label: chooseName(name, reader.language).text,
  }))
  const day = (name: 'from' | 'to', label: string) => (
    <DayField name={name} label={label} value={typedValue(form.values, name)} required={name === 'from'} />
  )
  return (
    <form class="form" method="get" action={paths.visit(reader, network).split('?')[0]} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      {places.map(({ slug }) => (
        <input key={slug} type="hidden" name="among" value={slug} />
      ))}
      <FormFields form={form}>
        <ChoiceField
          name="place"
          label={t('registry.visit.place')}
          options={options}
          chosen={[typedValue(form.values, 'place') || (places[0]?.slug ?? '')]}
          required
        />
        <div class="minutes-hours">
          {day('from', t('registry.visit.from'))}
          {day('to', t('registry.visit.until'))}
        </div>
      </FormFields>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('registry.visit.submit')}
        </button>
      </p>
    </form>
  )
}
