/** Those who may ask, by what they hold in the group that the rule is about; `own` and `other` is the authority asked about. */
export const callers = [
  'anonymous',
  'reader',
  'contributor, own body',
  'contributor, other body',
  'member, own authority',
  'member, other authority',
  'coordinator',
  'chair',
  'operator',
  'coordinator of another group',
  'program of a coordinator',
] as const
export type Caller = (typeof callers)[number]

/** What a caller gets who may not. */
export type Otherwise = 'no such page' | 'a suggestion' | 'a page without it' | 'the form again'

export interface PolicyRow {
  /** Folder of the feature. */
  feature: string
  /** The function of its policy.ts. */
  policy: string
  /** Completes "a reader may not …", and distinguishes rows of one policy. */
  does: string
  may: readonly Caller[]
  otherwise: Otherwise
  /** Why a program is refused what its owner may do; null where pages alone are asked, which know no programs. */
  programs: string | null
}

const members = ['member, own authority', 'member, other authority'] as const
const contributors = ['contributor, own body', 'contributor, other body'] as const
const inCharge = ['coordinator', 'chair', 'operator'] as const
const everybodyHere = ['reader', ...contributors, ...members, ...inCharge] as const
const ownMember = ['member, own authority'] as const
const ownSpeakers = ['contributor, own body', 'member, own authority'] as const

function rows(
  feature: string,
  programs: string | null,
  ...given: [string, string, readonly Caller[], Otherwise?][]
) {
  return given.map(
    ([policy, does, may, otherwise = 'no such page']): PolicyRow => ({
      feature,
      policy,
      does,
      may,
      otherwise,
      programs,
    }),
  )
}

/** Who may do what: every function of every policy.ts, and what the whole application does by it. */
export const policyTable: readonly PolicyRow[] = [
  ...rows(
    'networks',
    null,
    ['mayAddNetworks', 'add a group', ['operator']],
    ['mayRecordChair', 'write down to which authority the chair passes', inCharge],
    ['mayKeepMembers', 'say who is a member of a group', inCharge],
    ['mayDescribeNetwork', 'say what a group is for', inCharge],
    ['mayChoosePublication', 'choose when contributions are published', inCharge],
    ['mayTranslate', 'word a text in another language', [...members, ...inCharge]],
  ),
  ...rows(
    'people',
    null,
    ['mayCoordinate', 'withdraw an invitation', inCharge],
    ['mayReadPeople', 'see who holds which role', inCharge],
    ['mayInvite', 'invite people', inCharge],
    ['mayNameChair', 'name the chair', inCharge],
    ['mayEndRole', 'end the role of somebody else', inCharge],
    [
      'mayEndRole',
      'lay down a role of their own',
      ['reader', ...contributors, ...members, 'coordinator', 'chair'],
    ],
    ['mayAddPeople', 'invite the first coordinator of a new group', ['operator']],
  ),
  ...rows('people', 'no token makes another', [
    'mayMakeToken',
    'make a token for a program',
    ['reader', ...contributors, ...members, 'coordinator', 'chair'],
    'the form again',
  ]),
  ...rows(
    'contributions',
    null,
    ['mayCoordinate', 'release what was held as spam', inCharge],
    ['mayChangeRecord', 'change a cooperation', [...ownMember, ...inCharge], 'a suggestion'],
    ['mayChangeRecord', 'change the profile of an authority', [...ownSpeakers, ...inCharge], 'a suggestion'],
    ['mayChangeRecord', 'ask an office of the partner what a brief lacks', inCharge],
    ['maySuggest', 'suggest a change', everybodyHere],
    ['mayAddRecord', 'add a cooperation', [...ownMember, ...inCharge], 'a suggestion'],
    ['mayAddRecord', 'add an organisation', [...contributors, ...members, ...inCharge], 'a suggestion'],
    ['mayPublishUnreviewed', 'publish in a group that reviews first', inCharge, 'a suggestion'],
    ['mayDecide', 'decide on the suggestion of somebody else', [...ownMember, ...inCharge]],
    ['mayReadNames', 'read the names of those who changed something', everybodyHere, 'a page without it'],
  ),
  ...rows(
    'translations',
    null,
    ['mayChangeOriginals', 'change an original', inCharge],
    ['mayTranslateAll', 'have a machine translate everything', inCharge],
    [
      'mayAskForTranslation',
      'ask for the translation of a text',
      ['reader', ...contributors, ...members, 'coordinator', 'chair'],
    ],
  ),
  ...rows(
    'contacts',
    'contacts are read in a browser alone',
    ['mayReadPosts', 'see who holds a post', everybodyHere],
    [
      'mayReadAddresses',
      'read the addresses of a contact',
      ['contributor, own body', ...members, ...inCharge],
      'a page without it',
    ],
    ['mayExportContacts', 'take the contacts out of the site', [...members, ...inCharge]],
    ['mayManageContacts', 'say how contacts are kept', inCharge],
    ['mayEditContacts', 'change a post of an authority', [...ownSpeakers, ...inCharge]],
    ['mayAddContacts', 'add contacts', [...contributors, ...members, ...inCharge]],
  ),
  ...rows('contacts', null, [
    'mayReadTrades',
    'see which posts have a trade',
    everybodyHere,
    'a page without it',
  ]),
  ...rows(
    'registry',
    null,
    ['mayConfirm', 'confirm a cooperation for an authority', ownSpeakers],
    ['mayAskParties', 'ask a party to confirm a cooperation', [...ownMember, ...inCharge]],
    ['mayWriteRegistry', 'write the registry at the command line', ['operator']],
  ),
  ...rows(
    'minutes',
    null,
    ['mayKeepMeetings', 'prepare a meeting', inCharge],
    ['mayReadConvened', 'read a convocation that is not public', everybodyHere],
    ['mayTakeNotes', 'take notes during a meeting', inCharge],
    ['mayTakeNotes', 'take notes with the pen that they were given', everybodyHere],
    [
      'mayAmend',
      'amend the minutes of a meeting that they attended',
      ['reader', ...contributors, ...members, 'coordinator', 'chair'],
    ],
    ['mayAmend', 'amend the minutes of a meeting that they missed', []],
    ['mayFollowAction', 'say what became of an action of an authority', [...ownSpeakers, ...inCharge]],
  ),
  ...rows(
    'agenda',
    null,
    ['mayKeepHolidays', 'add a day to the calendar of a group', inCharge],
    ['mayModerateProposals', 'publish an event that others propose', inCharge],
    [
      'mayMakeFeed',
      'make a secret address of an agenda',
      ['reader', ...contributors, ...members, 'coordinator', 'chair'],
    ],
    ['mayAskForSeats', 'ask for seats on the mission of others', ['member, other authority']],
    [
      'mayAnswerForSeats',
      'answer a request for seats on a mission of an authority',
      [...ownMember, ...inCharge],
    ],
    ['mayKeepRegistrations', 'open registration for an event of an authority', [...ownMember, ...inCharge]],
    ['mayAskForDate', 'ask for a date by a poll', [...members, ...inCharge]],
    ['mayKeepPoll', 'close a date poll that somebody else made', inCharge],
    ['mayAnswerPoll', 'answer a date poll', [...contributors, ...members, 'coordinator', 'chair']],
    ['mayWatchDebriefs', 'be told which debriefs are overdue', inCharge, 'a page without it'],
    ['mayCommit', 'commit an authority to come to an event', ownMember, 'the form again'],
    ['mayProlong', 'give more time to commit to an event of an authority', [...ownMember, ...inCharge]],
  ),
  ...rows('outcomes', null, ['mayTellOutcome', 'say what came of an exchange of an authority', ownMember]),
  ...rows('briefs', null, ['mayPublishBriefs', 'publish an edition of the briefs', inCharge]),
  ...rows(
    'reports',
    null,
    ['mayPrepareReports', 'prepare a report to both governments', inCharge],
    ['mayAnswerLines', 'answer for the lines of an authority in a report', ownMember],
  ),
  ...rows(
    'practices',
    null,
    ['maySpeakFor', 'have the sheet of an authority reviewed', [...ownMember, ...inCharge]],
    ['mayDeclareUses', 'say that a practice was taken up', [...members, ...inCharge]],
  ),
  ...rows(
    'questions',
    null,
    ['mayAsk', 'ask peers a question', members],
    ['mayCoordinate', 'hide a question', inCharge],
    [
      'mayReadAnswers',
      'read answers that are not for everybody',
      [...members, ...inCharge],
      'a page without it',
    ],
  ),
  ...rows(
    'partners',
    null,
    ['mayAdvise', 'open the tour de table of a meeting', inCharge],
    ['maySpeakFor', 'say in a tour de table what an authority wishes for', [...ownMember, ...inCharge]],
    ['mayReadAmongMembers', 'read which partners are suggested', [...contributors, ...members, ...inCharge]],
    ['maySpeakFor', 'close a wish of an authority', [...ownMember, ...inCharge]],
    ['mayAdvise', 'take the talks of two authorities', inCharge],
    ['mayReadAmongMembers', 'list the talks of a group', [...contributors, ...members, ...inCharge]],
    [
      'mayHoldSession',
      'set up the bilateral meetings of an event of an authority',
      [...ownMember, ...inCharge],
    ],
    ['maySpeakFor', 'say whom an authority wants to meet', [...ownMember, ...inCharge]],
    [
      'mayReadAmongMembers',
      'see who takes part in bilateral meetings',
      [...contributors, ...members, ...inCharge],
    ],
  ),
  ...rows('newsletter', null, ['mayKeepSubscribers', 'add a reader to the letter', inCharge]),
  ...rows('registry', 'tables are brought in by people', [
    'mayWriteTogether',
    'write many cooperations at once',
    inCharge,
  ]),
  ...rows(
    'imports',
    'what files say is decided on by people, in a browser',
    ['mayImport', 'import a text', inCharge],
    ['mayImport', 'bring a table into the records', inCharge],
  ),
  ...rows(
    'newsletter',
    null,
    ['mayComposeLetters', 'compose the letter of a group', inCharge],
    [
      'mayComposeLetters',
      'compose the letter of a group that gives this to its members',
      [...members, ...inCharge],
    ],
    ['mayEditLetters', 'say who composes the letters of a group', inCharge],
    ['mayEditLetters', 'approve a letter', inCharge],
    ['maySendLetters', 'send a letter to its readers', inCharge],
  ),
  ...rows(
    'partners',
    null,
    ['mayAdvise', 'relay an expectation', inCharge],
    ['maySpeakFor', 'answer an expectation addressed to an authority', [...ownMember, ...inCharge]],
    [
      'mayReadAmongMembers',
      'read an expectation that is for those who take part in a group',
      [...contributors, ...members, ...inCharge],
    ],
  ),
  ...rows(
    'outbox',
    'mails are read in a browser alone',
    ['mayReadOutbox', 'read the mails of a group', inCharge],
    ['mayReadText', 'read a link that they sent to somebody', inCharge, 'a page without it'],
    ['mayReadText', 'read a link that somebody else sent', [], 'a page without it'],
  ),
]
