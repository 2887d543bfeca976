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
import { loadNetworkRequest, renderNetworkPage } from '../../../networks/index.ts'
import { listOnThemes } from '../../wishes/board/queries.ts'
import { paths as wishPaths } from '../../wishes/paths.ts'
import { findWish } from '../../wishes/queries.ts'
import { wishEntry } from '../../wishes/views/wish-entry.tsx'
import { WishStatus } from '../../wishes/views/wish-status.tsx'
import { stateOf } from '../../wishes/wish.ts'
import { paths } from '../paths.ts'
import { mayAnswerWish } from '../policy.ts'
import { expressionForm, longestMessage, strangerForm } from '../schema.ts'
import { WritingLanguage } from '../talks/message-form.tsx'
import { type InterestRequest, sendInterest, speakersOf } from './commands.ts'

const mostAlike = 5

/** Where an authority says that it is interested in a wish: its members, the secretariat for it, or a person without an account. */
export function addInterestRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addNetworkForm(pages, '/:language/:network/partners/:slug/interest', {
    sending: limits.visitors,
    open: loadOpenWishRequest,
    title: (visit) => pageOf(visit).title,
    description: (visit) => pageOf(visit).description,
    path: (visit) => pageOf(visit).path,
    width: 'reading',
    page: (visit, form) => (
      <>
        <InterestHeading visit={visit} />
        {form}
      </>
    ),
    pickers: ['authority'],
    values: async (visit) => {
      const { organisationIds } = speakersOf(visit)
      const refs = await listOrganisationRefs(visit.writing, organisationIds.slice(0, 1))
      return valuesOfChoice(visit.reader, 'authority', [...refs.values()][0])
    },
    schema: (visit) => (speakersOf(visit).hasAccount ? expressionForm : strangerForm),
    fields: (visit, form, choices) => (
      <InterestFields
        visit={visit}
        form={form}
        choices={choices}
        begun={signMoment(visit.application.secret, visit.application.clock.now().epochMilliseconds)}
      />
    ),
    save: async (visit, typed, choices) => {
      const picked = choices.get('authority')
      const authority = picked?.state === 'chosen' ? picked.organisation : notFound('authority')
      const sent = await sendInterest(visit, authority, typed)
      if (!('outcome' in sent)) return sent
      const { reader, network } = visit
      if (sent.outcome === 'begun')
        return paths.introduction(reader, network.slug, sent.id).split('?')[0] ?? ''
      // Held messages get the usual answer, so that their sender does not learn what was made of them.
      return { ...pageOf(visit), children: <SentPage visit={visit} address={sent.address} /> }
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

// A visitor who comes too late reads why, and which other wishes there are.
async function loadOpenWishRequest(visit: Visit): Promise<InterestRequest | null> {
  const within = await loadNetworkRequest(visit)
  const { request, writing, network } = within
  const wish = await findWish(writing, network.id, parameterOf(request.params, 'slug') ?? '')
  const owner = { networkId: network.id, organisationId: wish.organisation.id }
  if (!mayAnswerWish(writing.actor, owner)) notFound(wish.slug)
  const opened = { ...within, wish }
  if (stateOf(wish, writing.today) === 'open') return opened
  const alike = await listOnThemes(writing, wish, mostAlike)
  renderNetworkPage(withStatus(opened, 410), {
    ...pageOf(opened),
    children: <NotAnswered visit={opened} alike={alike} />,
  })
  return null
}

function InterestHeading({ visit }: { visit: InterestRequest }) {
  const reader = useReader()
  const { network, wish } = visit
  return (
    <PageHeading
      kicker={
        <a href={wishPaths.wish(reader, network.slug, wish.slug)}>
          <Passage text={wish.title} as="span" tags={false} />
        </a>
      }
      lead={reader.t(
        speakersOf(visit).hasAccount
          ? 'partners.introduction.interest.lead'
          : 'partners.introduction.interest.leadStranger',
      )}
    >
      {reader.t('partners.introduction.interest.title')}
    </PageHeading>
  )
}

interface InterestFieldsProps {
  visit: InterestRequest
  form: FormState
  choices: Choices
  begun: string
}

function InterestFields({ visit, form, choices, begun }: InterestFieldsProps) {
  const reader = useReader()
  const { network } = visit
  const { t } = reader
  // People without an account say who they are, and confirm it from a mail.
  const { hasAccount } = speakersOf(visit)
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
function SentPage({ visit, address }: { visit: InterestRequest; address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <MessagePage
      title={t('partners.introduction.interest.sentTitle')}
      text={t('partners.introduction.interest.sent', { address })}
    >
      <p>
        <a href={wishPaths.wish(reader, visit.network.slug, visit.wish.slug)}>
          {t('partners.introduction.interest.backToWish')}
        </a>
      </p>
    </MessagePage>
  )
}

interface NotAnsweredProps {
  visit: InterestRequest
  /** Others on the same themes. */
  alike: Awaited<ReturnType<typeof listOnThemes>>
}

/** Why a wish is not answered any longer, and others on its themes that are. */
function NotAnswered({ visit: { network, wish }, alike }: NotAnsweredProps) {
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
      <WishStatus network={network.slug} wish={wish} speaksFor={false} done={null} />
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
