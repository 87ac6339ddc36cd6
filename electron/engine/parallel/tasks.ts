import type { TaskRegistry } from './task.ts';

/** All tasks that threads can do. Each loader imports one module, which must not load what its task does not need. */
export const TASKS: TaskRegistry = {
  'concepts.readTexts': async () => (await import('../concepts/read-texts-task.ts')).readTextsTask,
  'concepts.findCandidates': async () => (await import('../concepts/find-candidates-task.ts')).findCandidatesTask,
  'concepts.rankPapers': async () => (await import('../concepts/rank-papers-task.ts')).rankPapersTask,
  'concepts.countPaperWords': async () => (await import('../concepts/paper-words-task.ts')).countPaperWordsTask,
  'library.readBase': async () => (await import('../library/read-base-task.ts')).readBaseTask,
  'map.groundwork': async () => (await import('../groundwork-task.ts')).groundworkTask,
  'layout.arrangeTopics': async () => (await import('../layout/arrange-topics-task.ts')).arrangeTopicsTask,
  'graph.nearestPapers': async () => (await import('../graph/nearest-papers-task.ts')).nearestPapersTask,
  'graph.linkReasons': async () => (await import('../link-reasons-task.ts')).linkReasonsTask,
  'topics.communityRuns': async () => (await import('../topics/community-runs-task.ts')).communityRunsTask,
  'topics.divideTopics': async () => (await import('../topics/divide-topics-task.ts')).divideTopicsTask,
  'topics.settlePapers': async () => (await import('../topics/settle-papers-task.ts')).settlePapersTask,
};
