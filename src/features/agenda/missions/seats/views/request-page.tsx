import { languageOf } from '../../../../../platform/i18n/country-language.ts'
import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import { FactList } from '../../../../../ui/blocks/fact-list.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Name } from '../../../../../ui/text/name.tsx'
import { shortNames } from '../../../../directory/index.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { paths } from '../../paths.ts'
import type { Sheet } from '../../sheet/queries.ts'
import type { SeatRequest } from '../queries.ts'
import { seatsPlace } from '../seats-place.ts'

interface RequestPageProps {
  network: string
  event: AgendaEvent
  sheet: Sheet
  request: SeatRequest
  left: number
  mayAnswer: boolean
  mayWithdraw: boolean
  values: FormValues
  errors: FieldError[]
}

/** One request for seats, for those who hold the mission and those who asked: what was asked, what was answered, what can be done. */
export function RequestPage(props: RequestPageProps) {
  const reader = useReader()
  const { network, event, sheet, request, errors } = props
  const { t } = reader
  const place = seatsPlace(reader, sheet, request.seatsId)
  const address = paths.request(reader, network, event.slug, request.id).split('?')[0] ?? ''
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network, event.slug)}>{eventTitle(reader, event)}</a>}
      >
        {t('agenda.seats.request')}
      </PageHeading>
      <FactList
        facts={[
          {
            term: t('agenda.seats.authority'),
            detail: (
              <a href={paths.organisation(reader, network, request.organisation.slug)}>
                <Name
                  name={shortNames(request.organisation)}
                  own={languageOf(request.organisation.country)}
                />
              </a>
            ),
          },
          { term: t('agenda.mission.seatsHowMany'), detail: String(request.count) },
          {
            term: t('agenda.mission.seatsWhere'),
            detail: <span {...languageAttributes(reader, place.language)}>{place.text}</span>,
          },
          { term: t('agenda.form.state'), detail: <State request={request} /> },
        ]}
      />
      <Quoted id="words" title={t('agenda.seats.words')} text={request.words} language={request.language} />
      <Quoted
        id="answer"
        title={t('agenda.seats.answer')}
        text={request.answer}
        language={request.answerLanguage}
      />
      {props.mayAnswer ? <AnswerForm {...props} address={address} /> : null}
      {props.mayWithdraw ? (
        <form method="post" action={`${address}/withdrawal`} class="form">
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.seats.withdraw')}
            </button>
          </p>
        </form>
      ) : null}
    </>
  )
}

function State({ request }: { request: SeatRequest }) {
  const reader = useReader()
  const at = request.withdrawnAt ?? request.decidedAt ?? request.askedAt
  return (
    <>
      {reader.t(`agenda.seats.state.${request.state}`)} · <Moment at={at} />
    </>
  )
}

interface QuotedProps {
  id: string
  title: string
  text: string
  language: string
}

function Quoted({ id, title, text, language }: QuotedProps) {
  const reader = useReader()
  if (text === '') return null
  return (
    <Section id={id} title={title}>
      <blockquote {...languageAttributes(reader, language)}>{text}</blockquote>
    </Section>
  )
}

function AnswerForm({ address, left, values, errors }: RequestPageProps & { address: string }) {
  const { t } = useReader()
  return (
    <Form action={`${address}/answer`} form={{ values, errors }}>
      <p>{t('agenda.seats.left', { left })}</p>
      <TextAreaField
        name="answer"
        label={t('agenda.seats.answer')}
        hint={t('agenda.seats.answerHint')}
        max={1000}
        error={errors.find(({ field }) => field === 'answer')?.message(t)}
      />
      <p class="form-end">
        <button type="submit" class="button primary" name="action" value="accepted">
          {t('agenda.seats.accept')}
        </button>{' '}
        <button type="submit" class="button" name="action" value="refused">
          {t('agenda.seats.refuse')}
        </button>
      </p>
    </Form>
  )
}
