import { operatorContext } from '../../platform/cli/operator-context.ts'
import type { Actor } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Application } from '../../platform/http/application.ts'
import { mailReader, type NotificationContext } from '../../platform/mail/notify.ts'
import type { RecordDocument } from '../../platform/records/record-document.ts'
import { exercise } from '../../platform/settings/exercise.ts'
import { emptyEvent } from '../agenda/events/index.ts'
import { addHolder, addPost, giveStatement, lookUpHolder } from '../contacts/index.ts'
import { addRecord } from '../contributions/index.ts'
import { addOrganisation, listOrganisationsBySlug, type OrganisationRef } from '../directory/index.ts'
import { addNetwork, lookUpNetwork, type Network, recordMembership } from '../networks/index.ts'
import { emptyWish } from '../partners/index.ts'
import { lookUpActor, lookUpPersonByAddress } from '../people/index.ts'
import {
  amendPractice,
  askReview,
  confirmUse,
  declareUse,
  findPractice,
  giveReview,
  listReviews,
  listUses,
} from '../practices/index.ts'
import {
  askBack,
  askQuestion,
  closeQuestion,
  draftQuestion,
  followQuestions,
  giveAnswer,
  judgeAnswer,
  listAnswers,
  listAsked,
  lookUpQuestion,
  mailQuestion,
  makePublic,
  publishAnswer,
} from '../questions/index.ts'
import { addCooperation } from '../registry/cooperations/index.ts'
import { indexNetwork } from '../translations/index.ts'
import { opensOn } from './commands.ts'
import { localize } from './demonstration-files.ts'
import { type Exercise, readExercise } from './exercise-file.ts'
import { seedPerson } from './people.commands.ts'

// Before everything that is told of it.
const beginsAt = '2017-06-01T08:00:00Z'
const themes = ['ageing', 'health'] as const

/**
 * Makes the invented network in which a question can be followed from its asker to whoever took its answer up; does nothing where it exists.
 * Each step is the command of its feature, at an instant before the day on which the network opens.
 */
export async function seedExercise(application: Application): Promise<void> {
  const context = operatorContext(application)
  if (await lookUpNetwork(context, exercise)) return
  await inTransaction(context, async (inside) => {
    const story = new Story(application, inside, readExercise())
    await story.found()
    const { networkId } = story
    await tellQuestion(story)
    await indexNetwork(inside, application.textOwners, networkId)
  })
}

/** The network while it is made: who acts in it, and when. */
class Story {
  readonly told: Exercise
  readonly #application: Application
  readonly #present: Context
  readonly #organisations = new Map<string, OrganisationRef>()
  #network: Network | null = null

  constructor(application: Application, present: Context, told: Exercise) {
    this.#application = application
    this.#present = present
    this.told = told
  }

  get network(): Network {
    if (this.#network === null) throw new Error('The exercise has no network yet')
    return this.#network
  }

  get networkId(): string {
    return this.network.id
  }

  organisation(slug: string | null): OrganisationRef {
    const found = slug === null ? undefined : this.#organisations.get(slug)
    if (!found) throw new Error(`The exercise names "${slug}", which it does not have`)
    return found
  }

  /** Its authorities, their tie, its people, and the posts of those who may be asked. */
  async found(): Promise<void> {
    const { told } = this
    const context = this.#at(beginsAt, { kind: 'operator' })
    await addNetwork(context, {
      ...{ slug: exercise, name: told.name, summary: localize(told.summary), opensOn },
      ...{ countries: ['FR', 'KR'], languages: ['fr', 'ko', 'en'] },
    })
    this.#network = await lookUpNetwork(context, exercise)
    for (const { name, ...each } of told.organisations) {
      if ((await listOrganisationsBySlug(context, [each.slug])).length === 0)
        await addOrganisation(context, { ...each, name })
      for (const found of await listOrganisationsBySlug(context, [each.slug])) {
        this.#organisations.set(found.slug, found)
        const membership = { organisationId: found.id, role: 'member', knownOn: context.today }
        await recordMembership(context, this.networkId, membership)
      }
    }
    const [asker, , holder] = told.organisations
    const knownOn = context.today
    await addCooperation(context, this.networkId, {
      ...{ slug: told.tie.slug, listed: true, summary: localize(told.tie.summary), since: '2015', knownOn },
      parties: [holder, asker].map((each) => ({
        organisation: this.organisation(each?.slug ?? null),
        ...{ capacity: 'party' as const, knownOn },
      })),
      standings: [
        {
          ...{ status: 'active', intention: null, reason: {}, saidById: null },
          ...{ statedOn: knownOn, knownOn },
        },
      ],
      themes: [{ theme: 'ageing', wished: false, knownOn }],
      ...{ actors: [], prospects: [] },
    })
    for (const person of told.people) await seedPerson(context, this.networkId, person)
    for (const post of told.posts) await this.#fill(post)
  }

  /** Somebody who agreed to be asked. They are kept from today on, as real holders of posts are. */
  async #fill({ holder, function: texts }: Exercise['posts'][number]): Promise<void> {
    const { country, language, name, organisation } = this.#person(holder)
    const organisationId = this.organisation(organisation).id
    const postId = await addPost(this.#present, this.networkId, {
      ...{ organisationId, function: { texts, reviewed: [], original: language } },
      ...{ kind: 'head_of_service', themes: ['ageing'], trades: ['ageing'], position: 1 },
    })
    await addHolder(this.#present, this.networkId, postId, {
      ...{
        name: { [language]: name },
        salutation: {},
        languages: [language],
        email: holder,
        telephone: null,
      },
      ...{ from: '2015', residence: country, provenance: 'organisation', provenanceNote: '' },
      ...{ legalBasis: 'public_interest', transferBasis: 'adequacy', retentionUntil: null },
    })
    const { writing } = await this.by(holder, null)
    const own = await lookUpHolder(writing, this.networkId)
    if (own === null) throw new Error(`The exercise has no post of ${holder}`)
    await giveStatement(writing, this.networkId, own, {
      ...{
        decision: 'yes',
        words: '',
        notOn: [],
        notThemes: [],
        languages: [language],
        quota: 2,
        way: 'mail',
      },
      ...{ quiet: [], absentUntil: null, agreesAbroad: true },
    })
  }

  #person(address: string) {
    const found = this.told.people.find((person) => person.address === address)
    if (!found) throw new Error(`The exercise has nobody at ${address}`)
    return found
  }

  #at(instant: string, actor: Actor): Context {
    const clock = { now: () => Temporal.Instant.from(instant) }
    return { ...this.#present, actor, clock, today: instant.slice(0, 10) }
  }

  /** What a command takes of somebody who acts at an instant; null: now. */
  async by(address: string, instant: string | null): Promise<NotificationContext & { writing: Context }> {
    const account = await lookUpPersonByAddress(this.#present, address)
    const at = (actor: Actor) => (instant === null ? { ...this.#present, actor } : this.#at(instant, actor))
    const person = account && (await lookUpActor(at({ kind: 'anonymous' }), account.id))
    if (!person) throw new Error(`The exercise has no account of ${address}`)
    return { application: this.#application, writing: at(person), network: this.network }
  }

  /** Mails leave, and answers reach their asker, as the background jobs do it at that instant. */
  async follow(instant: string): Promise<void> {
    const { clock, database } = this.#at(instant, { kind: 'operator' })
    await followQuestions({ ...this.#application, clock, database }, exercise)
  }

  /** A record that somebody writes for their authority. */
  async add(
    { writing }: { writing: Context },
    kindName: 'event' | 'wish',
    organisationId: string,
    document: RecordDocument,
  ): Promise<void> {
    const kind = this.#application.records.find((each) => each.kind === kindName)
    if (!kind) throw new Error(`Nothing keeps a ${kindName}`)
    await addRecord(writing, {
      ...{ network: this.network, kind, document, organisationId, reason: '', language: 'ko' },
    })
  }

  reader({ writing }: NotificationContext, language: string) {
    return mailReader(this.#application, writing, { language })
  }
}

/** Asked in Korean, answered in French, asked back, accepted, closed; then what became of it. */
async function tellQuestion(story: Story): Promise<void> {
  const { told, network, networkId } = story
  const [, asker = '', reviewer = '', author = ''] = told.people.map(({ address }) => address)
  const [kkumsok, sangsang] = told.organisations.map(({ slug }) => story.organisation(slug))
  if (!kkumsok || !sangsang) throw new Error('The exercise has too few authorities')
  const asking = await story.by(asker, '2017-06-12T01:00:00Z')
  const { id } = await draftQuestion(asking.writing, {
    ...{ networkId, askerId: kkumsok.id, via: 'page', language: 'ko', themes, trade: 'ageing' },
    ...{ question: localize(told.question, 'ko'), tried: localize(told.tried, 'ko'), neededBy: '2017-07-20' },
  })
  const read = async () => {
    const question = await lookUpQuestion(asking.writing, id)
    if (question === null) throw new Error('The exercise has no question')
    return question
  }
  await askQuestion(asking.writing, network, await read(), {
    ...{ themes, trade: 'ageing', visibility: 'group', named: [], mayTranslate: true },
  })
  await story.follow('2017-06-13T07:05:00Z')

  for (const { by, at, words, signed } of told.answers) {
    const answering = await story.by(by, at)
    const account = told.people.find(({ address }) => address === by)
    const { id: organisationId } = story.organisation(account?.organisation ?? null)
    const asked = (await listAsked(answering.writing, id)).find(
      (each) => each.organisation.id === organisationId,
    )
    await giveAnswer(answering.writing, await read(), {
      ...{ organisationId, askedId: asked?.id ?? null, words: localize(words), signed, via: 'page' },
    })
    await story.follow(Temporal.Instant.from(at).add({ minutes: 15 }).toString())
  }
  const answer = async (context: Context) => {
    const all = await listAnswers(context, await read())
    const theirs = all.find(({ words }) => words.fr?.text === told.answers[0]?.words.fr)
    if (!theirs) throw new Error('The exercise has no answer')
    return theirs
  }

  const asksBack = await story.by(asker, '2017-06-14T23:30:00Z')
  const back = localize(told.back, 'ko')
  const first = await answer(asksBack.writing)
  await askBack(asksBack.writing, await read(), first, 'back', back)
  await mailQuestion(asksBack, 'back', await read(), { answer: { ...first, back } })
  const saysBack = await story.by(author, '2017-06-15T07:40:00Z')
  const backSaid = localize(told.backSaid)
  await askBack(saysBack.writing, await read(), first, 'back_said', backSaid)
  await mailQuestion(saysBack, 'backSaid', await read(), { answer: { ...first, back, backSaid } })

  const accepts = await story.by(asker, '2017-06-16T01:00:00Z')
  const mail = await judgeAnswer(accepts.writing, await read(), first, 'accepted')
  if (mail !== null) await mailQuestion(accepts, mail, await read(), { answer: first })
  const agrees = await story.by(author, '2017-06-16T08:00:00Z')
  await publishAnswer(agrees.writing, await read(), await answer(agrees.writing), true)
  const closes = await story.by(asker, '2017-06-19T01:00:00Z')
  await makePublic(closes.writing, await read(), true)
  await closeQuestion(closes.writing, await read(), 'accepted')
  await tellSheet(story, (await read()).sheet?.slug ?? '', { author, reviewer, asker })
  await planImmersion(story, asker)
}

/** The sheet that the answer became: completed, reviewed by the other side, taken up by whoever asked, and confirmed. */
async function tellSheet(
  story: Story,
  drafted: string,
  { author, reviewer, asker }: Record<'author' | 'reviewer' | 'asker', string>,
): Promise<void> {
  const { told, network, networkId } = story
  const completes = await story.by(author, '2017-06-20T08:00:00Z')
  const { id, slug } = await findPractice(completes.writing, networkId, drafted)
  const find = (context: Context) => findPractice(context, networkId, slug)
  const { title, failed, ...sheet } = told.sheet
  const reader = story.reader(completes, 'fr')
  const practice = await find(completes.writing)
  await amendPractice(completes.writing, { reader, network, practice }, '', {
    ...{ ...sheet, title: localize(title), failed: localize(failed), failedSaid: 'said' },
    ...{ costSaid: 'not_public', staffSaid: 'said', languages: ['fr', 'en'], licence: 'etalab_2' },
    publication: 'published',
  })

  const asks = await story.by(author, '2017-06-21T08:00:00Z')
  const [, sangsang, ,] = told.organisations.map((each) => story.organisation(each.slug))
  await askReview(asks, await find(asks.writing), sangsang?.id ?? '')
  const reviews = await story.by(reviewer, '2017-06-23T02:00:00Z')
  const [review] = await listReviews(reviews.writing, id)
  if (!review) throw new Error('The exercise has no review')
  await giveReview(
    {
      ...{ writing: reviews.writing, network, review },
      ...{ reader: story.reader(reviews, 'ko'), practice: await find(reviews.writing) },
    },
    { stance: 'confirmed', words: '', wouldCall: 'yes', ...told.review },
  )

  const takes = await story.by(asker, '2017-06-28T01:00:00Z')
  const [kkumsok] = told.organisations.map((each) => story.organisation(each.slug))
  await declareUse(takes.writing, await find(takes.writing), {
    ...{ organisationId: kkumsok?.id ?? '', state: 'adapted', since: '2017-06', evidence: '', reason: {} },
    ...{ changed: localize(told.use.changed, 'ko'), outcome: localize(told.use.outcome, 'ko') },
  })
  const confirms = await story.by(author, '2017-06-30T08:00:00Z')
  for (const use of await listUses(confirms.writing, id))
    await confirmUse(confirms.writing, await find(confirms.writing), use)
}

/** The asker’s officer will share the work of those who answered; another authority wishes the same. */
async function planImmersion(story: Story, asker: string): Promise<void> {
  const { wish, ...told } = story.told.immersion
  const [guest, sangsang, host] = story.told.organisations.map(({ slug }) => story.organisation(slug))
  if (!guest || !sangsang || !host) throw new Error('The exercise has too few authorities')
  const plans = await story.by(asker, '2017-07-03T01:00:00Z')
  await story.add(plans, 'event', guest.id, {
    ...{ ...emptyEvent, kind: 'job_shadowing', title: localize(told.title, 'ko'), when: told.when },
    ...{ themes: ['ageing'], placeId: host.id, knownOn: plans.writing.today },
    organisations: [
      { id: host.id, role: 'host' },
      { id: guest.id, role: 'participant' },
    ],
    mission: {
      ...emptyEvent.mission,
      immersion: {
        ...{ trades: ['ageing'], days: told.days, aims: localize(told.aims, 'ko') },
        ...{ hostPost: localize(told.hostPost), guestPost: localize(told.guestPost, 'ko') },
      },
    },
  })
  const wishes = await story.by(wish.by, '2017-07-04T01:00:00Z')
  await story.add(wishes, 'wish', sangsang.id, {
    ...{ ...emptyWish, kind: 'search', organisationId: sangsang.id, knownOn: wishes.writing.today },
    ...{ title: localize(wish.title, 'ko'), text: localize(wish.text, 'ko'), themes: ['ageing'] },
    ...{
      forms: ['practitioner_exchange'],
      countries: ['FR'],
      expiresOn: '2018-07-04',
      visibility: 'network',
    },
  })
}
