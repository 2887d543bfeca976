import type { Caller } from '../../tools/generate-policies/policy-table.ts'
import * as agenda from './agenda-attempts.ts'
import * as commitments from './commitment-attempts.ts'
import * as contacts from './contact-attempts.ts'
import * as expectations from './expectation-attempts.ts'
import * as groups from './group-attempts.ts'
import * as imports from './import-attempts.ts'
import * as letters from './letter-attempts.ts'
import * as minutes from './minutes-attempts.ts'
import * as missions from './mission-attempts.ts'
import * as newsletter from './newsletter-attempts.ts'
import * as outbox from './outbox-attempts.ts'
import * as people from './people-attempts.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'
import * as polls from './poll-attempts.ts'
import * as practices from './practice-attempts.ts'
import * as records from './record-attempts.ts'
import * as registry from './registry-attempts.ts'
import * as rounds from './round-attempts.ts'
import * as sessions from './session-attempts.ts'
import * as texts from './text-attempts.ts'
import * as wishes from './wish-attempts.ts'

/** How each action of the table of policies is tried. */
export const attempts: Readonly<
  Record<string, (ground: PolicyFixture, browser: Browser, caller: Caller) => Promise<Attempt>>
> = {
  'add a group': people.addGroup,
  'write down to which authority the chair passes': people.recordChair,
  'say who is a member of a group': groups.keepMembers,
  'say what a group is for': groups.describeGroup,
  'choose when contributions are published': people.choosePublication,
  'word a text in another language': texts.translate,
  'withdraw an invitation': people.withdrawInvitation,
  'see who holds which role': people.readPeople,
  'invite people': people.invite,
  'name the chair': people.nameChair,
  'end the role of somebody else': people.endRole,
  'lay down a role of their own': people.layDownRole,
  'invite the first coordinator of a new group': people.addGroup,
  'make a token for a program': people.makeToken,
  'release what was held as spam': records.release,
  'change a cooperation': records.changeTie,
  'change the profile of an authority': records.changeProfile,
  'ask an office of the partner what a brief lacks': records.askOffice,
  'publish an edition of the briefs': records.publishBriefs,
  'prepare a report to both governments': records.prepareReport,
  'answer for the lines of an authority in a report': records.answerLines,
  'suggest a change': records.suggest,
  'add a cooperation': records.addTie,
  'add an organisation': records.addOrganisation,
  'publish in a group that reviews first': records.publishUnreviewed,
  'decide on the suggestion of somebody else': records.decide,
  'read the names of those who changed something': records.readNames,
  'change an original': texts.changeOriginal,
  'have a machine translate everything': texts.translateAll,
  'ask for the translation of a text': texts.ask,
  'see who holds a post': contacts.readPosts,
  'read the addresses of a contact': contacts.readAddresses,
  'take the contacts out of the site': contacts.exportContacts,
  'say how contacts are kept': contacts.describeProcessing,
  'change a post of an authority': contacts.changePost,
  'add contacts': contacts.addPost,
  'see which posts have a trade': contacts.readTrades,
  'confirm a cooperation for an authority': registry.confirm,
  'ask a party to confirm a cooperation': registry.askParty,
  'write the registry at the command line': registry.writeRegistry,
  'import a text': imports.importText,
  'prepare a meeting': minutes.prepareMeeting,
  'read a convocation that is not public': minutes.readConvocation,
  'take notes during a meeting': minutes.takeNotes,
  'take notes with the pen that they were given': minutes.takeNotesWithPen,
  'amend the minutes of a meeting that they attended': minutes.amendAttended,
  'amend the minutes of a meeting that they missed': minutes.amendMissed,
  'say what became of an action of an authority': minutes.followAction,
  'add a day to the calendar of a group': agenda.addDay,
  'publish an event that others propose': agenda.publishProposed,
  'make a secret address of an agenda': agenda.makeFeed,
  'ask for seats on the mission of others': missions.askForSeats,
  'answer a request for seats on a mission of an authority': missions.answerForSeats,
  'open registration for an event of an authority': agenda.openForRegistration,
  'ask for a date by a poll': polls.askForDate,
  'close a date poll that somebody else made': polls.closePoll,
  'answer a date poll': polls.answerPoll,
  'open the tour de table of a meeting': rounds.openRound,
  'say in a tour de table what an authority wishes for': rounds.stateWish,
  'read which partners are suggested': rounds.readSuggestions,
  'have the sheet of an authority reviewed': practices.askForReview,
  'say that a practice was taken up': practices.sayUse,
  'ask peers a question': practices.askPeers,
  'hide a question': practices.hideQuestion,
  'read answers that are not for everybody': practices.readAnswers,
  'close a wish of an authority': wishes.closeWish,
  'take the talks of two authorities': wishes.takeTalks,
  'list the talks of a group': wishes.listTalks,
  'be told which debriefs are overdue': missions.watchDebriefs,
  'say what came of an exchange of an authority': missions.tellOutcome,
  'commit an authority to come to an event': commitments.commit,
  'give more time to commit to an event of an authority': commitments.prolong,
  'relay an expectation': expectations.relay,
  'answer an expectation addressed to an authority': expectations.answer,
  'read an expectation that is for those who take part in a group': expectations.read,
  'set up the bilateral meetings of an event of an authority': sessions.holdSession,
  'say whom an authority wants to meet': sessions.sayWishes,
  'see who takes part in bilateral meetings': sessions.readSession,
  'add a reader to the letter': newsletter.addReader,
  'write many cooperations at once': imports.writeTogether,
  'bring a table into the records': imports.openImport,
  'compose the letter of a group': letters.compose,
  'compose the letter of a group that gives this to its members': letters.composeAsMember,
  'say who composes the letters of a group': letters.choosePractice,
  'approve a letter': letters.approve,
  'send a letter to its readers': letters.send,
  'read the mails of a group': outbox.readOutbox,
  'read a link that they sent to somebody': outbox.readOwnLink,
  'read a link that somebody else sent': outbox.readLinkOfAnother,
}
