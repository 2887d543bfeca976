import { cityOf, zonesFor } from '../../../../../platform/dates/index.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { paths } from '../../paths.ts'
import { audiences, type Terms } from '../../terms.ts'
import { longestUse, reminders } from '../schema.ts'
import { PlacesFields } from './places-fields.tsx'
import { QuestionParts } from './question-parts.tsx'

export interface TermsPageProps {
  network: Network
  event: AgendaEvent
  title: string
  terms: Terms | null
  /** Those that may have places of their own. */
  countries: readonly string[]
  shown: Shown
  /** The question that was just added or moved. */
  focus: number | null
}

/** Where those who hold an event say on which terms one registers for it. */
export function TermsPage(props: TermsPageProps) {
  const reader = useReader()
  const { network, event, title, terms, shown } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.registration.termsLead')}
      >
        {title}
      </PageHeading>
      <Form action={paths.settings(reader, network.slug, event.slug).split('?')[0]} form={shown}>
        <UsualSubmit value="save" />
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <Section id="when" title={t('agenda.registration.whenAndWho')}>
          <ChoiceField
            name="isOpen"
            label={t('agenda.registration.isOpen')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`agenda.registration.isOpen.${value}`),
            }))}
            required
          />
          <Deadline {...props} />
          <ChoiceField
            name="forWhom"
            label={t('agenda.registration.forWhom')}
            options={audiences.map((value) => ({ value, label: t(`agenda.registration.audience.${value}`) }))}
            required
          />
        </Section>
        <Section id="places" title={t('agenda.registration.places')}>
          <PlacesFields {...props} />
        </Section>
        <QuestionParts {...props} />
        <Section id="data" title={t('agenda.registration.dataTitle')}>
          <LocalizedField
            name="dataUse"
            label={t('agenda.registration.dataUse')}
            hint={t('agenda.registration.dataUseHint')}
            languages={network.languages}
            text={terms?.dataUse ?? {}}
            max={longestUse}
            rows={3}
            required
          />
          <Field
            name="keptMonths"
            type="number"
            label={t('agenda.registration.keptMonths')}
            hint={t('agenda.registration.keptMonthsHint')}
            required
          />
          <ChoiceField
            name="reminderDays"
            label={t('agenda.registration.reminder')}
            options={reminders.map((value) => ({
              value,
              label:
                value === ''
                  ? t('agenda.registration.noReminder')
                  : t('agenda.registration.reminderDays', { days: Number(value) }),
            }))}
            isFolded
            required
          />
        </Section>
        <p class="form-end">
          <button type="submit" class="button primary" name="action" value="save">
            {t('agenda.registration.saveTerms')}
          </button>
        </p>
      </Form>
    </>
  )
}

function Deadline({ network, event, shown }: TermsPageProps) {
  const reader = useReader()
  const { t } = reader
  const chosen = typedValue(shown.values, 'zone')
  const zones = zonesFor(network.countries, chosen || event.zone || undefined)
  return (
    <>
      <div class="minutes-hours">
        <Field name="untilDay" type="date" label={t('agenda.registration.untilDay')} required />
        <Field name="untilTime" label={t('agenda.registration.untilTime')}>
          {(control) => <input {...control} type="time" value={typedValue(shown.values, 'untilTime')} />}
        </Field>
      </div>
      <ChoiceField
        name="zone"
        label={t('agenda.registration.untilZone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        required
      />
    </>
  )
}
