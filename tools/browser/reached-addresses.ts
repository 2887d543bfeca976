import * as account from './account-steps.ts'
import type { PageAddress } from './addresses.ts'
import * as assignment from './assignment-steps.ts'
import { openQuestionnaire } from './brief-steps.ts'
import { openAskingEvent, openCommitment } from './commitment-steps.ts'
import { keepContact, openConsent } from './contact-steps.ts'
import {
  editExpectation,
  openAddressed,
  openDeclined,
  openExpected,
  openReplied,
  openReply,
  openWaiting,
  searchExpectation,
} from './expectation-steps.ts'
import {
  correctFact,
  describeSource,
  giveWrongAddress,
  importTable,
  importText,
  readCalendar,
  takeCalendar,
} from './import-steps.ts'
import { letterSteps, openLetter } from './letter-steps.ts'
import { openConvocation, publishMinutes, writeMinutes } from './meeting-steps.ts'
import { checkReaders, leaveLetter, openLetterToConfirm, openPreferences } from './newsletter-steps.ts'
import { openOffered, openPictured, takeOffered } from './picture-steps.ts'
import { openPoll, openPolled, takeDate } from './poll-steps.ts'
import {
  amendProposal,
  changeProposal,
  moderateProposal,
  openProposal,
  openProposalToConfirm,
} from './proposal-steps.ts'
import * as registration from './registration-steps.ts'
import { commitInRound, openRound, searchRound, stateInRound, waitForPairs } from './round-steps.ts'
import * as way from './steps.ts'
import * as wishes from './wish-steps.ts'

const site = '/:language'
const group = `${site}/france-coree`
const tie = `${group}/cooperations/limoges-icheon`

/** Pages that are reached only by doing something: the answers of forms, and those that a mail leads to. */
export const reachedAddresses: PageAddress[] = [
  { name: 'mail', path: site, as: 'coordinator', reach: way.openMail },
  { name: 'sign-in-sent', path: `${site}/sign-in`, reach: way.askForLink },
  { name: 'invitation', path: site, reach: account.openInvitation },
  { name: 'erased', path: site, reach: account.eraseGuest },
  { name: 'address-new', path: site, reach: account.openNewAddress },
  { name: 'address-restoration', path: site, reach: account.openRestoration },
  { name: 'address-restored', path: site, reach: account.takeAddressBack },
  {
    name: 'event-hour-twice',
    path: `${group}/agenda/new`,
    as: 'member',
    reach: way.typeHourTwice,
    status: 422,
  },
  { name: 'consent', path: site, reach: openConsent },
  { name: 'correction-sent', path: `${tie}/correction`, reach: way.reportCorrection },
  { name: 'correction-followed', path: `${tie}/correction`, reach: way.openCorrection },
  { name: 'proposal-to-confirm', path: site, reach: openProposalToConfirm },
  { name: 'proposal-followed', path: site, reach: openProposal },
  { name: 'proposal-change', path: site, reach: changeProposal },
  { name: 'proposal-moderated', path: site, as: 'coordinator', reach: moderateProposal },
  { name: 'proposal-amendment', path: site, as: 'coordinator', reach: amendProposal },
  ...letterSteps.map((step) => ({
    name: `letter-${step.replace('/', '-') || 'draft'}`,
    path: `${group}/newsletter`,
    as: 'coordinator' as const,
    reach: openLetter(step),
  })),
  { name: 'pictures', path: `${tie}/pictures`, as: 'coordinator', reach: openPictured },
  { name: 'letter-pictures-offered', path: `${tie}/pictures`, as: 'coordinator', reach: openOffered },
  { name: 'letter-picture-taken', path: `${tie}/pictures`, as: 'coordinator', reach: takeOffered },
  { name: 'poll', path: site, as: 'coordinator', reach: openPoll },
  { name: 'poll-date', path: site, as: 'coordinator', reach: takeDate },
  { name: 'polled', path: site, reach: openPolled },
  { name: 'questionnaire', path: site, reach: openQuestionnaire },
  { name: 'expectation-declined', path: site, as: 'coordinator', reach: openDeclined },
  { name: 'expectation-edit', path: site, as: 'coordinator', reach: editExpectation },
  { name: 'search-expectation', path: site, as: 'coordinator', reach: searchExpectation },
  { name: 'expectation-reply', path: site, as: 'coordinator', reach: openReply },
  { name: 'expectation-replied', path: site, as: 'coordinator', reach: openReplied },
  { name: 'expectation-addressed', path: site, as: 'member', reach: openAddressed },
  { name: 'to-do-waiting', path: site, as: 'member', reach: openWaiting },
  { name: 'expected', path: site, reach: openExpected },
  { name: 'expectations-overview', path: `${group}/expectations/overview`, as: 'coordinator' },
  { name: 'expectations-listed', path: `${group}/expectations`, as: 'coordinator' },
  { name: 'wish', path: site, reach: wishes.openWishAsAnybody },
  { name: 'wish-own', path: site, as: 'member', reach: wishes.openWish },
  { name: 'map-wished', path: site, reach: wishes.openMapWithWish },
  { name: 'search-wish', path: site, reach: wishes.searchWish },
  { name: 'wish-interest', path: site, reach: wishes.openInterest },
  { name: 'talks', path: site, as: 'coordinator', reach: wishes.openTalks },
  { name: 'talks-translation', path: site, as: 'coordinator', reach: wishes.translateTalks },
  { name: 'talks-to-confirm', path: site, reach: wishes.openTalksToConfirm },
  { name: 'talks-by-link', path: site, reach: wishes.openTalksByLink },
  { name: 'talks-partnership', path: site, as: 'coordinator', reach: wishes.openPartnership },
  { name: 'erasure', path: site, reach: wishes.askToErase },
  { name: 'account-erasure', path: site, as: 'member', reach: wishes.askToEraseAccount },
  { name: 'bilateral', path: site, as: 'coordinator', reach: assignment.openSession },
  { name: 'bilateral-setup', path: site, as: 'coordinator', reach: assignment.openSetup },
  { name: 'bilateral-additions', path: site, as: 'coordinator', reach: assignment.openAdditions },
  { name: 'bilateral-participant', path: site, as: 'coordinator', reach: assignment.openParticipant },
  {
    name: 'bilateral-participant-edit',
    path: site,
    as: 'coordinator',
    reach: assignment.openParticipantForm,
  },
  { name: 'bilateral-wishes', path: site, as: 'coordinator', reach: assignment.openWishes },
  { name: 'bilateral-rules', path: site, as: 'coordinator', reach: assignment.openRules },
  { name: 'bilateral-run', path: site, as: 'coordinator', reach: assignment.openRun },
  { name: 'bilateral-published', path: site, as: 'coordinator', reach: assignment.openPublished },
  { name: 'bilateral-moved', path: site, as: 'coordinator', reach: assignment.openMoved },
  { name: 'bilateral-moved-own', path: site, as: 'coordinator', reach: assignment.openMovedTimetable },
  { name: 'commitment', path: site, as: 'member', reach: openCommitment },
  { name: 'event-asking', path: site, as: 'member', reach: openAskingEvent },
  { name: 'registration', path: site, reach: registration.openForm },
  { name: 'registration-own', path: site, reach: registration.openOwn },
  { name: 'registration-terms', path: site, as: 'coordinator', reach: registration.openTerms },
  { name: 'registration-list', path: site, as: 'coordinator', reach: registration.openList },
  { name: 'registration-entry', path: site, as: 'coordinator', reach: registration.openEntry },
  { name: 'registration-door', path: site, as: 'coordinator', reach: registration.openDoor },
  { name: 'letter-to-confirm', path: site, reach: openLetterToConfirm },
  { name: 'letter-preferences', path: site, reach: openPreferences },
  { name: 'letter-left', path: site, reach: leaveLetter },
  {
    name: 'letter-readers-checked',
    path: `${group}/newsletter/subscribers/import`,
    as: 'coordinator',
    reach: checkReaders,
  },
  { name: 'confirmation-asked', path: site, reach: way.openConfirmation },
  { name: 'feed-made', path: `${group}/agenda/subscribe`, as: 'member', reach: way.makeFeed },
  { name: 'token-made', path: `${site}/account`, as: 'member', reach: account.makeToken },
  {
    name: 'contact',
    path: `${group}/contacts/new?organisation=icheon`,
    as: 'coordinator',
    reach: keepContact,
  },
  { name: 'convocation', path: site, reach: openConvocation },
  {
    name: 'minutes-written',
    path: `${group}/meetings/new`,
    as: 'coordinator',
    reach: writeMinutes,
  },
  {
    name: 'minutes-final',
    path: `${group}/meetings/new`,
    as: 'coordinator',
    reach: publishMinutes,
  },
  { name: 'search-round', path: `${group}/meetings/new`, as: 'coordinator', reach: searchRound },
  { name: 'round', path: `${group}/meetings/new`, as: 'coordinator', reach: openRound },
  { name: 'round-stating', path: `${group}/meetings/new`, as: 'coordinator', reach: stateInRound },
  { name: 'round-commitment', path: `${group}/meetings/new`, as: 'coordinator', reach: commitInRound },
  {
    name: 'partner-pairs',
    path: `${group}/partners/suggestions/pairs`,
    as: 'coordinator',
    reach: waitForPairs,
  },
  { name: 'import', path: `${group}/imports/new`, as: 'coordinator', reach: importText },
  { name: 'import-fact', path: `${group}/imports/new`, as: 'coordinator', reach: correctFact },
  { name: 'import-source', path: `${group}/imports/new`, as: 'coordinator', reach: describeSource },
  { name: 'import-table', path: `${group}/imports/new`, as: 'coordinator', reach: importTable },
  { name: 'calendar', path: `${group}/agenda/import`, as: 'coordinator', reach: readCalendar },
  { name: 'calendar-taken', path: `${group}/agenda/import`, as: 'coordinator', reach: takeCalendar },
  {
    name: 'calendar-refused',
    path: `${group}/agenda/import`,
    as: 'coordinator',
    reach: giveWrongAddress,
    status: 422,
  },
  { name: 'comparison', path: `${tie}/history`, as: 'chair', reach: way.compareVersions },
  { name: 'meeting', path: `${tie}/edit/summary`, as: 'member', reach: way.meetSomebody, status: 409 },
]
