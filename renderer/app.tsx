import { MantineProvider } from '@mantine/core';
import { memo } from 'react';
import { Announcement } from './panels/announcer.tsx';
import { ContextMenu } from './panels/context-menu.tsx';
import { Dialogs } from './panels/dialogs.tsx';
import { DropCaption } from './panels/drop-caption.tsx';
import { DropTarget } from './panels/drop-target.tsx';
import { EmptyState } from './panels/empty-state.tsx';
import { Guide } from './panels/guide.tsx';
import { PickCard } from './panels/pick-card.tsx';
import { StartFailure } from './panels/start-failure.tsx';
import { TopBar } from './panels/top-bar.tsx';
import { Workspace } from './panels/workspace.tsx';
import { FileInputs } from './parts/file-inputs.tsx';
import { Messages } from './parts/messages.tsx';
import { RoomBoundary } from './parts/room-boundary.tsx';
import { TaskCard } from './parts/task-card.tsx';
import { WorkLine } from './parts/work-line.tsx';
import { useDialog } from './state/dialog-store.ts';
import { useLibrary } from './state/library-store.ts';
import { useColourScheme } from './state/use-colour-scheme.ts';
import { styleNonce, theme } from './theme.ts';

/** Drawn anew for another map only: a star or a note is no reason to. */
const KeptWorkspace = memo(Workspace);

/** The whole window. */
export function App() {
  const scheme = useColourScheme();
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} getStyleNonce={styleNonce}>
      <div className="window">
        <WorkLine />
        <RoomBoundary name="The bar"><TopBar /></RoomBoundary>
        <RoomBoundary name="The window"><Body /></RoomBoundary>
        <div className="notices">
          <RoomBoundary name="A message"><Messages /></RoomBoundary>
          <RoomBoundary name="The progress"><Task /></RoomBoundary>
        </div>
      </div>
      <Announcement />
      <FileInputs />
      <DropTarget />
      <RoomBoundary name="The caption"><DropCaption /></RoomBoundary>
      <RoomBoundary name="The guide"><Guide /></RoomBoundary>
      <RoomBoundary name="The question"><PickCard /></RoomBoundary>
      <RoomBoundary name="The dialog"><Dialogs /></RoomBoundary>
      <RoomBoundary name="The menu"><ContextMenu /></RoomBoundary>
    </MantineProvider>
  );
}

/** The running work, unless the open dialog shows it. */
function Task() {
  const isInDialog = useDialog(({ kind }) => kind === 'thesauri');
  return isInDialog ? null : <TaskCard />;
}

function Body() {
  const phase = useLibrary();
  if (phase.kind === 'starting') return <main className="body" aria-busy="true" aria-label="Concept Atlas is starting" />;
  if (phase.kind === 'failed') return <StartFailure failure={phase.failure} />;
  return phase.state.map ? <KeptWorkspace map={phase.state.map} loads={phase.loads} /> : <EmptyState recent={phase.state.recent} />;
}
