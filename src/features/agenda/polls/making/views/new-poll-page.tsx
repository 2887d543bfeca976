import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths as agendaPaths } from '../../../paths.ts'
import { paths } from '../../paths.ts'
import { electorates } from '../../poll.ts'
import { DayField, DeadlineFields, TimeField, ZoneField } from '../../views/deadline-fields.tsx'
import type { AskingRequest } from '../call.ts'
import { longestAbout, longestTitle } from '../schema.ts'

interface NewPollPageProps {
  network: Network
  event: AskingRequest['event']
  shown: Shown
}

/** What is asked, the dates that are offered, who answers and until when. */
export function NewPollPage({ network, event, shown }: NewPollPageProps) {
  const reader = useReader()
  const { t } = reader
  const text = (name: 'title' | 'about', rows: number, max: number) => (
    <LocalizedField
      name={name}
      label={t(name === 'title' ? 'agenda.poll.title' : 'agenda.poll.about')}
      hint={t(name === 'title' ? 'agenda.poll.titleHint' : 'agenda.poll.aboutHint')}
      languages={network.languages}
      text={event === null ? {} : event.document[name === 'title' ? 'title' : 'summary']}
      max={max}
      rows={rows}
      required={name === 'title'}
    />
  )
  return (
    <>
      <FormErrors errors={shown.errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={paths.polls(reader, network.slug)}>{t('agenda.polls.title')}</a>}
        lead={t('agenda.poll.newLead')}
      >
        {t('agenda.poll.new')}
      </PageHeading>
      <Form action={`/${reader.language}/${network.slug}/agenda/polls/new`} form={shown}>
        <UsualSubmit value="save" />
        {event === null ? null : <input type="hidden" name="event" value={event.head.slug} />}
        {text('title', 1, longestTitle)}
        {text('about', 3, longestAbout)}
        <Dates network={network} shown={shown} />
        <DeadlineFields countries={network.countries} shown={shown} />
        <ChoiceField
          name="electorate"
          label={t('agenda.poll.electorate')}
          hint={t('agenda.poll.electorateHint')}
          options={electorates.map((each) => ({ value: each, label: t(`agenda.poll.electorate.${each}`) }))}
          required
        />
        <div class="field">
          <Choice
            name="tell"
            option={{ value: 'yes', label: t('agenda.poll.tell'), hint: t('agenda.poll.tellHint') }}
            type="checkbox"
            isChosen={typedValue(shown.values, 'tell') !== ''}
          />
        </div>
        <p class="form-end">
          <button type="submit" class="button primary" name="action" value="save">
            {t('agenda.poll.ask')}
          </button>
        </p>
      </Form>
    </>
  )
}

function Dates({ network, shown }: Omit<NewPollPageProps, 'event'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <RepeatedParts
      name="options"
      label={t('agenda.poll.dates')}
      hint={
        <>
          {t('agenda.poll.datesHint')}{' '}
          <a href={agendaPaths.overlap(reader, network.slug)}>{t('agenda.overlap.title')}</a>
        </>
      }
      titleOf={(index) => t('agenda.poll.date', { number: index + 1 })}
      addLabel={t('agenda.poll.addDate')}
    >
      {(prefix) => (
        <>
          <div class="minutes-hours">
            <DayField shown={shown} name={`${prefix}.day`} label={t('agenda.check.day')} required />
            <DayField shown={shown} name={`${prefix}.to`} label={t('agenda.check.to')} />
          </div>
          <div class="minutes-hours">
            <TimeField shown={shown} name={`${prefix}.start`} label={t('agenda.check.start')} />
            <TimeField shown={shown} name={`${prefix}.end`} label={t('agenda.check.end')} />
          </div>
          <ZoneField countries={network.countries} shown={shown} name={`${prefix}.zone`} />
        </>
      )}
    </RepeatedParts>
  )
}
