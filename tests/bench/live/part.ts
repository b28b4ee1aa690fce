import { type ChildProcess, fork } from 'node:child_process'

/** Another process of this program, which is asked things and answers them one after the other. */
export class Part<Question extends object, Answer> {
  private readonly child: ChildProcess

  constructor(role: string, signal: AbortSignal) {
    this.child = fork(process.argv[1] ?? '', [role], { execArgv: ['--enable-source-maps'] })
    signal.addEventListener('abort', () => this.end())
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`a part of the measurement ended with ${code}`))
      this.child.once('exit', gone)
      this.child.once('message', answer => {
        this.child.off('exit', gone)
        resolve(answer as Answer)
      })
      this.child.send(question)
    })
  }

  end(): void {
    this.child.kill('SIGKILL')
  }
}

/** The other side: answers what is asked until whoever asks is gone. */
export function answerAsPart<Question extends object, Answer>(
  hear: (asked: Question) => Promise<Answer>,
): void {
  process.on('disconnect', () => process.exit(1))
  // Ctrl+C reaches everybody; the conductor ends its parts itself.
  process.on('SIGINT', () => {})
  process.on('message', (asked: Question) => {
    hear(asked).then(
      answer => process.send?.(answer),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}
