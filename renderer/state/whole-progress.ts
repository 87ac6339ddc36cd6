import type { Progress } from '../../shared/contract.ts';
import { STAGES, type Stage } from '../../shared/paper.ts';

/** How far a whole run is, over all its stages. */
export interface WholeProgress {
  /** The first stage that was told: those before it are no part of this run. */
  first: Stage;
  startedAtMs: number;
  /** 0..1, and never less than before. */
  part: number;
  /** Parts a millisecond, of late rather than over the whole run; null until two moments are known. */
  rate: number | null;
  toldAtMs: number;
}

/** What stages take of a run with all of them, measured on 10,000 papers. */
const WEIGHTS: Record<Stage, number> = { read: 0.1, concepts: 0.37, graph: 0.22, topics: 0.11, layout: 0.14, write: 0.06 };

/** What is known of the rate fades by half in this time. */
const HALF_LIFE_MS = 2500;
const SHOWN_AFTER_MS = 2000;
const LEAST_PART = 0.03;

/** The whole run after one more word of its progress; null begins a run. */
export function advance(before: WholeProgress | null, { stage, done, total }: Progress, nowMs: number): WholeProgress {
  if (before === null) return { first: stage, startedAtMs: nowMs, part: 0, rate: null, toldAtMs: nowMs };
  const part = Math.max(before.part, partOf(before.first, stage, total > 0 ? Math.min(1, done / total) : 0));
  const passedMs = nowMs - before.toldAtMs;
  if (passedMs <= 0 || part === before.part) return { ...before, part };
  return { ...before, part, rate: mixed(before.rate, (part - before.part) / passedMs, passedMs), toldAtMs: nowMs };
}

/** Milliseconds left, as the rate of late has it; null while the run is too young for an honest guess. */
export function timeLeftMs({ startedAtMs, part, rate, toldAtMs }: WholeProgress): number | null {
  if (rate === null || part < LEAST_PART || toldAtMs - startedAtMs < SHOWN_AFTER_MS) return null;
  return (1 - part) / rate;
}

/** A time in words that don't change with every tick: "a few seconds left", "about 25 s left", "about 3 min left". */
export function timeLeftInWords(leftMs: number): string {
  const seconds = leftMs / 1000;
  if (seconds < 7.5) return 'a few seconds left';
  if (seconds < 52.5) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
}

function partOf(first: Stage, stage: Stage, ofStage: number): number {
  const stages = STAGES.slice(STAGES.indexOf(first));
  const before = STAGES.slice(STAGES.indexOf(first), Math.max(STAGES.indexOf(first), STAGES.indexOf(stage)));
  const sum = (of: readonly Stage[]) => of.reduce((all, one) => all + WEIGHTS[one], 0);
  return Math.min(1, (sum(before) + WEIGHTS[stage] * ofStage) / sum(stages));
}

function mixed(before: number | null, now: number, passedMs: number): number {
  if (before === null) return now;
  const kept = 0.5 ** (passedMs / HALF_LIFE_MS);
  return before * kept + now * (1 - kept);
}
