import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { signMoment } from '../../../../platform/input/likely-spam.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { MessagePage } from '../../../../ui/blocks/message-page.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { SpamTrap } from '../../../../ui/form/spam-trap.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Choices } from '../../../directory/index.ts'
import {
  addNetworkForm,
  listOrganisationRefs,
  OrganisationChoice,
  valuesOfChoice,
} from '../../../directory/picking/index.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { listOnThemes } from '../../wishes/board/queries.ts'
import { paths as wishPaths } from '../../wishes/paths.ts'
import { findWish } from '../../wishes/row.queries.ts'
import { wishEntry } from '../../wishes/views/wish-entry.tsx'
import { WishStanding } from '../../wishes/views/wish-standing.tsx'
import { stateOf } from '../../wishes/wish-state.ts'
import { paths } from '../paths.ts'
import { mayAnswerWish } from '../policy.ts'
import { expressionForm, longestMessage, strangerForm } from '../schema.ts'
import { WritingLanguage } from '../talks/message-form.tsx'
import { type InterestRequest, sendInterest, speakersOf } from './commands.ts'

const mostAlike = 5

/** Where an authority says that it is interested in a wish: its members, the secretariat for it, or somebody without an account. */
export function addInterestRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addNetworkForm(pages, '/:language/:network/partners/:slug/interest', {
    sending: limits.visitors,
    open: readOpenWish,
    title: (asked) => pageOf(asked).title,
    description: (asked) => pageOf(asked).description,
    path: (asked) => pageOf(asked).path,
    width: 'reading',
    page: (asked, form) => (
      <>
        <InterestHeading asked={asked} />
        {form}
      </>
    ),
    pickers: ['authority'],
    values: async (asked) => {
      const { organisationIds } = speakersOf(asked)
      const refs = await listOrganisationRefs(asked.writing, organisationIds.slice(0, 1))
      return valuesOfChoice(asked.reader, 'authority', [...refs.values()][0])
    },
    schema: (asked) => (speakersOf(asked).hasAccount ? expressionForm : strangerForm),
    fields: (asked, form, choices) => (
      <InterestFields
        asked={asked}
        form={form}
        choices={choices}
        begun={signMoment(asked.application.secret, asked.application.clock.now().epochMilliseconds)}
      />
    ),
    save: async (asked, typed, choices) => {
      const picked = choices.get('authority')
      const authority = picked?.state === 'chosen' ? picked.organisation : notFound('authority')
      const sent = await sendInterest(asked, authority, typed)
      if (!('outcome' in sent)) return sent
      const { reader, network } = asked
      if (sent.outcome === 'begun')
        return paths.introduction(reader, network.slug, sent.id).split('?')[0] ?? ''
      // The answer is the same for what is held, so that nobody learns what was made of it.
      return { ...pageOf(asked), children: <SentPage asked={asked} address={sent.address} /> }
    },
  })
}

function pageOf({ reader, wish }: InterestRequest) {
  return {
    title: reader.t('partners.introduction.interest.title'),
    description: reader.t('partners.introduction.interest.lead'),
    path: `/partners/${wish.slug}/interest`,
    noindex: true,
    width: 'reading',
  } as const
}

// Whoever comes too late is told why, and of what else there is.
async function readOpenWish(visit: Visit): Promise<InterestRequest | null> {
  const asked = await readNetworkRequest(visit)
  const { request, writing, network } = asked
  const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
  const owner = { networkId: network.id, organisationId: wish.organisation.id }
  if (!mayAnswerWish(writing.actor, owner)) notFound(wish.slug)
  const opened = { ...asked, wish }
  if (stateOf(wish, writing.today) === 'open') return opened
  const alike = await listOnThemes(writing, wish, mostAlike)
  drawNetworkPage(withStatus(opened, 410), {
    ...pageOf(opened),
    children: <NotAnswered asked={opened} alike={alike} />,
  })
  return null
}

function InterestHeading({ asked }: { asked: InterestRequest }) {
  const reader = useReader()
  const { network, wish } = asked
  return (
    <PageHeading
      kicker={
        <a href={wishPaths.wish(reader, network.slug, wish.slug)}>
          <Passage text={wish.title} as="span" tags={false} />
        </a>
      }
      lead={reader.t(
        speakersOf(asked).hasAccount
          ? 'partners.introduction.interest.lead'
          : 'partners.introduction.interest.leadStranger',
      )}
    >
      {reader.t('partners.introduction.interest.title')}
    </PageHeading>
  )
}

interface InterestFieldsProps {
  asked: InterestRequest
  form: FormState
  choices: Choices
  begun: string
}

function InterestFields({ asked, form, choices, begun }: InterestFieldsProps) {
  const reader = useReader()
  const { network } = asked
  const { t } = reader
  // Whoever has none says who they are, and confirms it from a mail.
  const { hasAccount } = speakersOf(asked)
  return (
    <>
      <ErrorList form={form} />
      <OrganisationChoice
        call={{ reader, network, form: null }}
        choices={choices}
        name="authority"
        label={t('partners.introduction.interest.authority')}
        hint={t('partners.introduction.interest.authorityHint')}
        required
      />
      <TextAreaField
        name="text"
        label={t('partners.introduction.interest.text')}
        hint={t('partners.introduction.interest.textHint')}
        max={longestMessage}
        rows={6}
        required
      />
      <WritingLanguage languages={network.languages} />
      {hasAccount ? null : (
        <Section id="sender" title={t('partners.introduction.interest.sender')}>
          <Field
            name="sender"
            label={t('partners.introduction.interest.name')}
            hint={t('partners.introduction.interest.nameHint')}
            autocomplete="name"
            required
          />
          <Field
            name="address"
            type="email"
            label={t('partners.introduction.interest.address')}
            hint={t('partners.introduction.interest.addressHint')}
            autocomplete="email"
            required
          />
          <SpamTrap begun={begun} />
        </Section>
      )}
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('partners.introduction.interest.send')}
        </button>
      </p>
      <p class="form-note">
        {t(
          hasAccount ? 'partners.introduction.interest.note' : 'partners.introduction.interest.noteStranger',
        )}
      </p>
    </>
  )
}

/** What follows: a mail. */
function SentPage({ asked, address }: { asked: InterestRequest; address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <MessagePage
      title={t('partners.introduction.interest.sentTitle')}
      text={t('partners.introduction.interest.sent', { address })}
    >
      <p>
        <a href={wishPaths.wish(reader, asked.network.slug, asked.wish.slug)}>
          {t('partners.introduction.interest.backToWish')}
        </a>
      </p>
    </MessagePage>
  )
}

interface NotAnsweredProps {
  asked: InterestRequest
  /** Others on the same themes. */
  alike: Awaited<ReturnType<typeof listOnThemes>>
}

/** Why a wish is not answered any more, and others on the same themes that are. */
function NotAnswered({ asked: { network, wish }, alike }: NotAnsweredProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          <a href={wishPaths.wish(reader, network.slug, wish.slug)}>
            <Passage text={wish.title} as="span" tags={false} />
          </a>
        }
      >
        {t('partners.introduction.interest.closed')}
      </PageHeading>
      <WishStanding network={network.slug} wish={wish} speaksFor={false} done={null} />
      {alike.length === 0 ? null : (
        <Section id="alike" title={t('partners.wish.alike')}>
          <EntryList entries={alike.map((each) => wishEntry(reader, network.slug, each))} />
        </Section>
      )}
      <p>
        <a class="button" href={wishPaths.board(reader, network.slug, { theme: wish.themes })}>
          {t('partners.introduction.interest.others')}
        </a>
      </p>
    </>
  )
}
