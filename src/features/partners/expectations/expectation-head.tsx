import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import { ageWords } from './ageing.ts'
import type { Expectation } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

export interface ExpectationHeadProps {
  network: string
  expectation: Expectation
  /** Whose answer met it; null for none. */
  metBy: MemberRequest | null
  /** What was just done, in the words of the address. */
  done: string
  kicker?: ComponentChildren
  actions?: ComponentChildren
}

const sayable = [
  'stated',
  'same',
  'changed',
  'answered',
  'invited',
  'consentAsked',
  'consentGiven',
  'consentRefused',
  'consentWithdrawn',
  'relayed',
  'replied',
  'repliedBefore',
  'closed',
  'reopened',
] as const

/** An expectation: asker, addressed, day and state. */
export function ExpectationHead(props: ExpectationHeadProps) {
  const reader = useReader()
  const { network, expectation, kicker, actions } = props
  const { t } = reader
  const done = sayable.find((each) => each === props.done)
  return (
    <>
      <PageHeading kicker={kicker} actions={actions}>
        <Passage text={expectation.title} as="span" tags="ask" />
      </PageHeading>
      {done ? (
        <Notice kind="done" live>
          {t(`partners.expectation.done.${done}`)}
        </Notice>
      ) : null}
      <p class="expectation-way">
        <Party network={network} organisation={expectation.asker} /> <span aria-hidden="true">→</span>
        <span class="visually-hidden">{t('partners.expectation.expectsOf')}</span>{' '}
        <Party network={network} organisation={expectation.asked} />
      </p>
      {Object.keys(expectation.text).length > 0 ? (
        <Passage text={expectation.text} as="div" class="as-written" />
      ) : null}
      <FactList facts={factsOf(props)} />
    </>
  )
}

function factsOf({ network, expectation, metBy }: ExpectationHeadProps): Fact[] {
  const reader = useReader()
  const { t } = reader
  const { themes, form, deadline, confidentiality, state, takers, closing } = expectation
  const isPart = closing?.outcome === 'partly'
  return [
    {
      term: t('partners.expectation.state'),
      detail: [
        <strong>{t(`partners.state.${state}`)}</strong>,
        ageWords(reader, expectation, reader.today),
        ...(closing && Object.keys(closing.word).length > 0
          ? [<Passage text={closing.word} as="span" class="as-written" />]
          : []),
      ],
    },
    ...(metBy === null
      ? []
      : [
          {
            term: t(isPart ? 'partners.expectation.partlyMetBy' : 'partners.expectation.metBy'),
            detail: <Party network={network} organisation={metBy.organisation} />,
          },
        ]),
    ...(metBy === null && takers.length > 0
      ? [
          {
            term: t('partners.expectation.takenUpBy'),
            detail: takers.map((taker) => (
              <>
                <Party network={network} organisation={taker} />
                {taker.isPart ? ` (${t('partners.answer.partly')})` : null}
              </>
            )),
          },
        ]
      : []),
    {
      term: t('partners.expectation.themes'),
      detail: themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
    },
    { term: t('partners.expectation.form'), detail: t(`partners.form.${form}`) },
    ...(deadline === null
      ? []
      : [{ term: t('partners.expectation.deadline'), detail: dayWords(reader, deadline) }]),
    {
      term: t('partners.expectation.confidentiality'),
      detail: t(`partners.confidentiality.${confidentiality}`),
    },
  ]
}

interface PartyProps {
  network: string
  organisation: OrganisationRef
}

/** An organisation by its name and its own one, as a way to its page. */
export function Party({ network, organisation }: PartyProps) {
  const reader = useReader()
  return (
    <a href={addressFor(reader, `/${network}/organisations/${organisation.slug}`)}>
      <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
    </a>
  )
}
