/** The only door to the program: one function a command, every failure typed. */
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { AdjustmentEntry } from '../bindings/AdjustmentEntry';
import type { AnswerEntry } from '../bindings/AnswerEntry';
import type { AppState } from '../bindings/AppState';
import type { Choice } from '../bindings/Choice';
import type { ChurnView } from '../bindings/ChurnView';
import type { CustomerView } from '../bindings/CustomerView';
import type { Decision } from '../bindings/Decision';
import type { EnterView } from '../bindings/EnterView';
import type { ExplainView } from '../bindings/ExplainView';
import type { Failure } from '../bindings/Failure';
import type { FollowView } from '../bindings/FollowView';
import type { HealthView } from '../bindings/HealthView';
import type { HistoryView } from '../bindings/HistoryView';
import type { HistoryLine } from '../bindings/HistoryLine';
import type { ImportPart } from '../bindings/ImportPart';
import type { ImportPreview } from '../bindings/ImportPreview';
import type { ImportProblems } from '../bindings/ImportProblems';
import type { ImportRows } from '../bindings/ImportRows';
import type { ImportSummary } from '../bindings/ImportSummary';
import type { ListView } from '../bindings/ListView';
import type { LoyaltyLedgerView } from '../bindings/LoyaltyLedgerView';
import type { LoyaltyMembersView } from '../bindings/LoyaltyMembersView';
import type { LoyaltyPersonView } from '../bindings/LoyaltyPersonView';
import type { LoyaltyQuery } from '../bindings/LoyaltyQuery';
import type { LoyaltyView } from '../bindings/LoyaltyView';
import type { MappingRequest } from '../bindings/MappingRequest';
import type { MemberEntry } from '../bindings/MemberEntry';
import type { NewSurvey } from '../bindings/NewSurvey';
import type { NewWave } from '../bindings/NewWave';
import type { OpeningEntry } from '../bindings/OpeningEntry';
import type { OverviewView } from '../bindings/OverviewView';
import type { PageRequest } from '../bindings/PageRequest';
import type { PastedAnswers } from '../bindings/PastedAnswers';
import type { PastedView } from '../bindings/PastedView';
import type { Person } from '../bindings/Person';
import type { Preferences } from '../bindings/Preferences';
import type { PreviewView } from '../bindings/PreviewView';
import type { Programme } from '../bindings/Programme';
import type { ProgrammeEntry } from '../bindings/ProgrammeEntry';
import type { Progress } from '../bindings/Progress';
import type { Query } from '../bindings/Query';
import type { QueuedTable } from '../bindings/QueuedTable';
import type { RatesView } from '../bindings/RatesView';
import type { RecordDraft } from '../bindings/RecordDraft';
import type { RecordForm } from '../bindings/RecordForm';
import type { RecordRef } from '../bindings/RecordRef';
import type { RecordSaved } from '../bindings/RecordSaved';
import type { RecordsRequest } from '../bindings/RecordsRequest';
import type { RecordsView } from '../bindings/RecordsView';
import type { RedemptionEntry } from '../bindings/RedemptionEntry';
import type { ReferralsView } from '../bindings/ReferralsView';
import type { Remark } from '../bindings/Remark';
import type { RememberedMapping } from '../bindings/RememberedMapping';
import type { RetentionView } from '../bindings/RetentionView';
import type { RevenueView } from '../bindings/RevenueView';
import type { RewardEntry } from '../bindings/RewardEntry';
import type { Saved } from '../bindings/Saved';
import type { SegmentQuery } from '../bindings/SegmentQuery';
import type { SegmentView } from '../bindings/SegmentView';
import type { SimulationView } from '../bindings/SimulationView';
import type { SurveyQuery } from '../bindings/SurveyQuery';
import type { SurveysView } from '../bindings/SurveysView';
import type { SurveyWords } from '../bindings/SurveyWords';
import type { TogetherView } from '../bindings/TogetherView';
import type { Turned } from '../bindings/Turned';
import type { TypedRate } from '../bindings/TypedRate';
import type { UndoLook } from '../bindings/UndoLook';
import type { WorkspaceSettings } from '../bindings/WorkspaceSettings';

/** What a command throws: act on `code`, show `message`. */
export class Refused extends Error implements Failure {
  readonly code: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'Refused';
    this.code = failure.code;
  }
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown;
}

/** Whatever was thrown, as a failure with words. */
export function failureOf(thrown: unknown): Failure {
  if (isFailure(thrown)) return { code: thrown.code, message: thrown.message };
  return { code: 'unexpected', message: String(thrown) };
}

async function ask<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw new Refused(failureOf(thrown));
  }
}

function channel<T>(onMessage: (message: T) => void): Channel<T> {
  const messages = new Channel<T>();
  messages.onmessage = onMessage;
  return messages;
}

export type CohortMeasure = 'customers' | 'net-mrr';
export type CohortFrom = 'start' | 'previous' | 'number';

export const state = () => ask<AppState>('state');
export const savePreferences = (preferences: Preferences) =>
  ask<AppState>('save_preferences', { preferences });
export const rememberPlace = (place: string) => ask<null>('remember_place', { place });

export const workspaceNew = (name: string) => ask<AppState>('workspace_new', { name });
export const workspaceOpen = () => ask<AppState | null>('workspace_open');
export const workspaceOpenRecent = (id: number) => ask<AppState>('workspace_open_recent', { id });
export const workspaceClose = () => ask<AppState>('workspace_close');
export const sampleOpen = () => ask<AppState>('sample_open');

export const settings = () => ask<WorkspaceSettings>('settings');
export const saveSettings = (settings: WorkspaceSettings) =>
  ask<number | null>('save_settings', { settings });

/** What other currencies are worth, by day. */
export const rates = () => ask<RatesView>('rates');
export const saveRate = (typed: TypedRate) => ask<number | null>('save_rate', { typed });
export const removeRate = (currency: string, day: string) =>
  ask<number | null>('remove_rate', { currency, day });

export const overview = (query: Query) => ask<OverviewView>('overview', { query });
export const revenue = (query: Query, month: string | null) =>
  ask<RevenueView>('revenue', { query, month });
export const retention = (
  query: Query,
  month: string | null,
  measure: CohortMeasure,
  from: CohortFrom,
) => ask<RetentionView>('retention', { query, month, measure, from });
export const churn = (query: Query, month: string | null) =>
  ask<ChurnView>('churn', { query, month });
export const customer = (id: number) => ask<CustomerView>('customer', { id });
export const list = (query: Query, list: string, page: PageRequest) =>
  ask<ListView>('list', { query, list, page });
export const explain = (query: Query, metric: string, period: string) =>
  ask<ExplainView>('explain', { query, metric, period });
export const search = (text: string) => ask<Choice[]>('search', { text });

/** The newest records of a kind. */
export const records = (request: RecordsRequest) => ask<RecordsView>('records', { request });
/** What was done, step by step, the newest first. */
export const history = (limit: number) => ask<HistoryView>('history', { limit });
/** A record as a form, or a new one. */
export const recordForm = (record: RecordRef) => ask<RecordForm>('record_form', { record });
export const recordSave = (draft: RecordDraft) => ask<RecordSaved>('record_save', { draft });
export const recordDelete = (record: RecordRef) => ask<RecordSaved>('record_delete', { record });

/** What is missing, and what has to be asked. */
export const health = () => ask<HealthView>('health');
/** What these customers would be as one; nothing is written. */
export const together = (customers: readonly number[]) =>
  ask<TogetherView>('together', { customers });
/** Makes one customer of some of these; the others are kept apart. */
export const decideJoin = (all: readonly number[], one: readonly number[]) =>
  ask<Decision>('decide_join', { all, one });
export const decideApart = (all: readonly number[]) => ask<Decision>('decide_apart', { all });
export const decideSplit = (account: number) => ask<Decision>('decide_split', { account });

/** What a survey comes to. */
export const surveys = (query: Query, about: SurveyQuery) =>
  ask<SurveysView>('surveys', { query, ask: about });
/** The form to type answers in, and what they come to. */
export const surveyEnter = (query: Query, about: SurveyQuery) =>
  ask<EnterView>('survey_enter', { query, ask: about });
/** Whom to call, what they say, what they miss, whom to ask next. */
export const surveyFollow = (query: Query, about: SurveyQuery, theme: string | null) =>
  ask<FollowView>('survey_follow', { query, ask: about, theme });
export const surveyPerson = (about: SurveyQuery, customer: number) =>
  ask<Person>('survey_person', { ask: about, customer });
/** Saves an answer; it is on disk when this answers. */
export const answerSave = (entry: AnswerEntry) => ask<Saved>('answer_save', { entry });
export const answerRemove = (id: number) => ask<Saved>('answer_remove', { id });
export const answerHistory = (id: number) => ask<HistoryLine[]>('answer_history', { id });
/** What was pasted, as it is understood; nothing is written. */
export const answersLook = (about: SurveyQuery, text: string) =>
  ask<PastedView>('answers_look', { ask: about, text });
/** Saves what was pasted, all of it in one change. */
export const answersPaste = (survey: string, wave: string | null, text: string) =>
  ask<PastedAnswers>('answers_paste', { survey, wave, text });
export const surveyNew = (survey: NewSurvey) => ask<number | null>('survey_new', { new: survey });
export const surveyReword = (words: SurveyWords) =>
  ask<number | null>('survey_reword', { new: words });
/** Deletes a survey, or one wave of it, with all that is in it. */
export const surveyDelete = (survey: string, wave: string | null) =>
  ask<number | null>('survey_delete', { survey, wave });
export const waveSet = (wave: NewWave) => ask<number | null>('wave_set', { new: wave });
/** What the user says of comments, features and how often people are asked. */
export const remark = (remark: Remark) => ask<number | null>('remark', { remark });

/** The programme: tiers, who moves, points, rules, whether it works. `month` is the one of the sum. */
export const loyalty = (about: LoyaltyQuery, month: string | null) =>
  ask<LoyaltyView>('loyalty', { ask: about, month });
/** What other rules would come to today; nothing is written. `from` is the day a first one begins. */
export const loyaltyPreview = (programme: Programme, from: string | null) =>
  ask<PreviewView>('loyalty_preview', { programme, from });
/** Other rules played over the months behind; nothing is written. */
export const loyaltySegment = (about: SegmentQuery) =>
  ask<SegmentView>('loyalty_segment', { ask: about });
export const loyaltySimulate = (programme: Programme) =>
  ask<SimulationView>('loyalty_simulate', { programme });
export const loyaltyMembers = (about: LoyaltyQuery) =>
  ask<LoyaltyMembersView>('loyalty_members', { ask: about });
export const loyaltyLedger = (about: LoyaltyQuery) =>
  ask<LoyaltyLedgerView>('loyalty_ledger', { ask: about });
export const loyaltyReferrals = (about: LoyaltyQuery) =>
  ask<ReferralsView>('loyalty_referrals', { ask: about });
/** One customer's part in the programme. */
export const loyaltyPerson = (customer: number) =>
  ask<LoyaltyPersonView>('loyalty_person', { customer });
/** Rules from a day on; each of these gives the change to undo it by. */
export const programmeSave = (entry: ProgrammeEntry) =>
  ask<number | null>('programme_save', { entry });
export const pointsRedeem = (entry: RedemptionEntry) =>
  ask<number | null>('points_redeem', { entry });
export const pointsAdjust = (entry: AdjustmentEntry) =>
  ask<number | null>('points_adjust', { entry });
export const rewardSave = (entry: RewardEntry) => ask<number | null>('reward_save', { entry });
export const memberJoin = (entry: MemberEntry) => ask<number | null>('member_join', { entry });
export const memberLeave = (entry: MemberEntry) => ask<number | null>('member_leave', { entry });
export const memberOpening = (entry: OpeningEntry) =>
  ask<number | null>('member_opening', { entry });

export const importPick = () => ask<string[]>('import_pick');
/** The tables of what was picked or dropped, in the order they are best imported. */
export const importTables = (tokens: readonly string[]) =>
  ask<QueuedTable[]>('import_tables', { tokens });
export const importPreview = (token: string, request: MappingRequest) =>
  ask<ImportPreview>('import_preview', { token, request });
/** Exact counts of the whole file; nothing is written. */
export const importCount = (
  token: string,
  request: MappingRequest,
  seen: (progress: Progress) => void,
) => ask<ImportSummary>('import_count', { token, request, channel: channel(seen) });
export const importRun = (
  token: string,
  request: MappingRequest,
  seen: (progress: Progress) => void,
) => ask<ImportSummary>('import_run', { token, request, channel: channel(seen) });
export const importCancel = () => ask<null>('import_cancel');
export const importRejects = (token: string) => ask<string | null>('import_rejects', { token });
export const imports = () => ask<ImportSummary[]>('imports');
/** A page of the rows an import added, altered, found as they are or left out. */
export const importRows = (change: number, part: ImportPart, skip: number) =>
  ask<ImportRows>('import_rows', { change, part, skip });
/** What was wrong with the rows of an import; null where it was not kept. */
export const importProblems = (change: number) =>
  ask<ImportProblems | null>('import_problems', { change });
/** What is remembered of columns that were mapped. */
export const mappings = () => ask<RememberedMapping[]>('mappings');
/** Forgets one of them; the change to undo that by. */
export const forgetMapping = (key: string) => ask<number>('forget_mapping', { key });
/** What taking a change back would do. */
export const undoLook = (change: number) => ask<UndoLook>('undo_look', { change });
/** Takes back this change, or the last one. */
export const undo = (change: number | null) => ask<Turned | null>('undo', { change });
/** Does this change again, or the next one of those taken back. */
export const redo = (change: number | null) => ask<Turned | null>('redo', { change });

/** Calls back with the tokens of files dropped on the window; gives what ends it. */
export const onDropped = (seen: (tokens: string[]) => void) =>
  listen<{ tokens: string[] }>('dropped', (event) => {
    seen(event.payload.tokens);
  });

/** Calls back while files hang over the window. */
export async function onDragging(seen: (over: boolean) => void): Promise<() => void> {
  const ends = await Promise.all([
    listen('tauri://drag-enter', () => {
      seen(true);
    }),
    listen('tauri://drag-leave', () => {
      seen(false);
    }),
    listen('tauri://drag-drop', () => {
      seen(false);
    }),
  ]);
  return () => {
    for (const end of ends) end();
  };
}
