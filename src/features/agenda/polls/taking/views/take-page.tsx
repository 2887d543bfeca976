import type { ComponentChildren } from 'preact'
import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import type { FieldError } from '../../../../../platform/input/form.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { Poll, PollOption } from '../../poll.ts'
import type { OptionTally } from '../../tally.ts'
import { OptionDate } from '../../views/option-date.tsx'

interface TakePageProps {
  network: string
  countries: readonly string[]
  poll: Poll
  option: PollOption
  tally: OptionTally | null
  /** Of the event that the date becomes; null where there is one already. */
  fields: ComponentChildren | null
  errors: readonly FieldError[]
}

/** The date that is about to be taken, and what it becomes. */
export function TakePage(props: TakePageProps) {
  const reader = useReader()
  const { network, countries, poll, option, tally, fields, errors } = props
  const { t } = reader
  return (
    <>
      <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
      <PageHeading
        kicker={
          <a href={paths.poll(reader, network, poll.id)}>
            {chooseText(poll.title, reader.language)?.text ?? t('agenda.polls.title')}
          </a>
        }
        lead={t(fields === null ? 'agenda.poll.takeMoves' : 'agenda.poll.takeAdds')}
      >
        {t('agenda.poll.take')}
      </PageHeading>
      <OptionDate countries={countries} option={option} />
      {(tally?.outvoted ?? []).map((code) => (
        <Notice key={code} kind="warning">
          {t('agenda.poll.outvoted', { country: countryName(reader, code), code })}
        </Notice>
      ))}
      <form
        method="post"
        action={`/${reader.language}/${network}/agenda/polls/${poll.id}/dates/${option.id}`}
        class="form"
        novalidate
      >
        {fields === null ? null : <UsualSubmit value="save" />}
        {fields}
        <p class="form-end">
          <button type="submit" class="button primary" name="action" value="save">
            {t('agenda.poll.takeAndTell')}
          </button>
        </p>
      </form>
    </>
  )
}
