import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../platform/i18n/reader.ts'
import { saidDay } from '../../../../platform/input/date-input.ts'
import { type FormState, says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { Expectation } from '../expectation.ts'
import { paths } from '../paths.ts'
import type { Untranslated } from './untranslated.ts'

interface RelaySectionProps {
  network: string
  languages: readonly string[]
  expectation: Expectation
  /** Members of the side addressed that were not asked, the best suited first, with a reason. */
  unasked: readonly { member: OrganisationRef; why: string | undefined }[]
  /** What the asker cannot read yet in their language, or that is not reviewed; for people who word it. */
  untranslated: readonly Untranslated[]
  /** The reader relays; others may only end what was relayed. */
  mayRelay: boolean
  action: string
  /** What was typed and is wrong. */
  form: FormState | undefined
}

/** Putting an expectation to other members: to which, until when; and ending that. */
export function RelaySection(props: RelaySectionProps) {
  const reader = useReader()
  const { network, expectation, unasked, untranslated, mayRelay } = props
  const { t } = reader
  const { relay, consent } = expectation
  if (relay !== null)
    return (
      <Section id="relay" title={t('partners.relay.title')}>
        <p>
          {t('partners.relay.open', { answered: expectation.answeredCount, asked: expectation.askedCount })}{' '}
          {relay.answerBy === null
            ? t('partners.relay.noDay')
            : t('partners.relay.until', { day: dayWords(reader, relay.answerBy) })}
        </p>
        <UntranslatedList network={network} expectation={expectation} untranslated={untranslated} />
        <p class="form-end">
          <a class="button" href={paths.ending(reader, network, expectation.slug)}>
            {t(mayRelay ? 'partners.relay.read' : 'partners.ending.title')}
          </a>
        </p>
      </Section>
    )
  if (!mayRelay || consent?.answer !== 'given') return null
  return (
    <Section id="relay" title={t('partners.relay.title')}>
      {unasked.length === 0 ? <p>{t('partners.relay.nobodyLeft')}</p> : <RelayForm {...props} />}
    </Section>
  )
}

function RelayForm({ languages, unasked, action, form }: RelaySectionProps) {
  const reader = useReader()
  const { t } = reader
  const word = (text: string) => capitalized(text, reader.interfaceLanguage)
  return (
    <Form
      own="relay"
      action={action}
      form={form ?? { values: { to: 'all' }, errors: [] }}
      submit={t('partners.relay.send')}
    >
      <ChoiceField
        name="to"
        label={t('partners.relay.to')}
        options={[
          { value: 'all', label: word(t('partners.relay.all', { count: unasked.length })) },
          { value: 'chosen', label: word(t('partners.relay.chosen')) },
        ]}
        required
      />
      <div class="member-choices">
        <ChoiceField
          name="members"
          label={t('partners.relay.members')}
          options={unasked.map(({ member, why }) => ({
            value: member.id,
            label: chooseName(shortNames(member), reader.language).text,
            ...(why === undefined ? {} : { hint: why }),
          }))}
          multiple
          isPart
        />
      </div>
      <DayField
        name="answerBy"
        label={t('partners.expectation.answerBy')}
        hint={t('partners.relay.answerByHint')}
      />
      <LocalizedField
        name="word"
        label={t('partners.relay.word')}
        languages={languages}
        text={{}}
        max={longestWord}
        rows={2}
      />
    </Form>
  )
}

interface UntranslatedListProps {
  network: string
  expectation: Expectation
  untranslated: readonly Untranslated[]
}

/** Parts of the reply in another language than the asker’s, each with the place to word it; nothing where all is in order. */
export function UntranslatedList({ network, expectation, untranslated }: UntranslatedListProps) {
  const reader = useReader()
  if (untranslated.length === 0) return null
  const { t } = reader
  const page = `/${network}/expectations/${expectation.slug}`
  return (
    <Notice kind="warning">
      <p>{t('partners.relay.untranslated')}</p>
      <ul>
        {untranslated.map(({ request, language, state }) => (
          <li key={`${request?.id} ${language}`}>
            <a
              href={
                request === null
                  ? paths.edit(reader, network, expectation.slug)
                  : `${addressFor(reader, page, { answer: request.id })}#answer`
              }
            >
              {request === null
                ? t('partners.relay.translateTitle')
                : t('partners.relay.translate', {
                    organisation: chooseName(shortNames(request.organisation), reader.language).text,
                  })}
            </a>{' '}
            {t(`partners.relay.translation.${state}`, { language: languageInWords(reader, language) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const longestWord = 1000

/** The form that puts an expectation to members, with a day and an optional word. */
export function relayForm(unasked: readonly string[], today: string) {
  return z
    .object({
      to: z.enum(['all', 'chosen']),
      members: z
        .preprocess(
          (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
          z.array(z.string().refine((id) => unasked.includes(id))),
        )
        .default([]),
      answerBy: z
        .union([
          z.literal(''),
          saidDay(says('partners.error.day'))
            .refine((day) => day >= today, says('partners.error.dayPast'))
            .refine((day) => day < '2200-01-01', says('partners.error.day')),
        ])
        .default(''),
      word: localizedText({ max: longestWord }),
    })
    .refine(({ to, members }) => to === 'all' || members.length > 0, {
      path: ['members'],
      error: says('partners.error.membersMissing'),
    })
    .transform(({ to, members, answerBy, word }) => ({
      organisationIds: to === 'all' ? null : members,
      answerBy: answerBy === '' ? null : answerBy,
      word,
    }))
}
