import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import './room-boundary.css';

interface Props {
  /** The part of the window, as a sentence begins: "The map". */
  name: string;
  children: ReactNode;
}

/** A part of the window that fails by itself: the rest stays, and the part says what it can do about it. React has no hook for this. */
export class RoomBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Fault name={this.props.name} error={error} onAgain={() => this.setState({ error: null })} />;
  }
}

function Fault({ name, error, onAgain }: { name: string; error: Error; onAgain: () => void }) {
  return (
    <div role="alert" className="room-fault">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden />
      <p><strong>{name} could not be shown.</strong> Your library is safe: all you did is kept in it.</p>
      <div className="room-fault-actions">
        <button type="button" className="button small primary" onClick={onAgain}>Show again</button>
        <button type="button" className="button small" onClick={() => window.location.reload()}>Reload the window</button>
      </div>
      <details>
        <summary>What went wrong</summary>
        <p>{error.message}</p>
      </details>
    </div>
  );
}
