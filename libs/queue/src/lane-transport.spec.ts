import { Controller, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import { of, type Observable } from 'rxjs';
import { type LaneOutcome } from './lane.js';
import { LaneContext, LaneFailureFilter, LaneTransport, OnLane } from './lane-transport.js';
import { LaneBench, until } from './testing/harness.js';
import { testStores, type TestStore } from './testing/stores.js';

@Injectable()
class Diary {
  readonly entries: string[] = [];
  failures = 0;
}

@Controller()
class Workers {
  constructor(private readonly diary: Diary) {}

  @OnLane('normalise')
  normalise(@Payload() id: string, @Ctx() context: LaneContext): Promise<LaneOutcome> {
    this.diary.entries.push(`normalise ${id} ${context.lane.kind} ${String(context.signal.aborted)}`);
    return Promise.resolve({ more: this.diary.entries.length < 3 });
  }

  @MessagePattern('deliver')
  deliver(@Payload() id: string): Observable<LaneOutcome> {
    this.diary.entries.push(`deliver ${id}`);
    return of(this.diary.entries.length < 2 ? { more: false, dueInMs: 30 } : { more: false });
  }

  @OnLane('maintain')
  maintain(@Payload() id: string): void {
    if (this.diary.failures++ < 2) throw new Error('not yet');
    this.diary.entries.push(`maintain ${id}`);
  }

  @OnLane('unfiltered')
  unfiltered(): void {
    throw new Error('not told');
  }

  @OnLane('wrong')
  wrong(): Promise<string> {
    return Promise.resolve('done');
  }
}

@Module({ controllers: [Workers], providers: [Diary] })
class WorkerModule {}

@Controller()
class SecondWorkers {
  @OnLane('normalise')
  normalise(): void {
    // A second handler of one kind, which is one too many.
  }
}

@Module({ controllers: [Workers, SecondWorkers], providers: [Diary] })
class DoubleModule {}

describe.each(testStores)('LaneTransport on %s', (_name, start) => {
  let server: TestStore;
  let bench: LaneBench;

  beforeEach(() => {
    bench = new LaneBench();
  });

  afterEach(async () => {
    await bench.close();
  });

  beforeAll(async () => {
    server = await start();
  });

  afterAll(async () => {
    await server.remove();
  });

  it('runs the handlers of a Nest microservice and heeds what they return and throw', async () => {
    const lanes = await bench.open(server.store, { backoffMs: 20 });
    const strategy = new LaneTransport(lanes, { concurrency: { normalise: 2 } });
    const app = await NestFactory.createMicroservice(WorkerModule, { strategy, logger: false });
    app.useGlobalFilters(new LaneFailureFilter());
    await app.listen();
    const { entries } = app.get(Diary);
    const producer = await bench.open(server.store);

    await producer.arm('normalise', 'a');
    await until('it ran while there was more', () => entries.length === 3);
    expect(entries.splice(0)).toEqual(Array.from({ length: 3 }, () => 'normalise a normalise false'));

    await producer.arm('deliver', 'b');
    await until('it ran again when it was due', () => entries.length === 2);
    expect(entries.splice(0)).toEqual(['deliver b', 'deliver b']);

    await producer.arm('maintain', 'c');
    await until('it ran again after it threw', () => entries.length === 1);
    expect(entries).toEqual(['maintain c']);
    const failures = bench.logger.lines.filter(({ fields }) => fields['kind'] === 'maintain');
    expect(failures.map(({ fields }) => fields['reason'])).toEqual(['not yet', 'not yet']);

    await producer.arm('wrong', 'd');
    await until('an answer that is no outcome is told', () =>
      bench.logger.lines.some(({ fields }) => String(fields['reason']).includes('a lane handler returns')),
    );

    await app.close();
    await expect(lanes.arm('normalise', 'a')).rejects.toThrow(/QUEUE_CLOSED/);
  });

  it('runs a lane again whose failure went through the filter of Nest', async () => {
    const lanes = await bench.open(server.store);
    const strategy = new LaneTransport(lanes);
    const app = await NestFactory.createMicroservice(WorkerModule, { strategy, logger: false });
    await app.listen();
    await lanes.arm('unfiltered', 'a');
    const told = (): unknown =>
      bench.logger.lines.find(({ fields }) => fields['kind'] === 'unfiltered')?.fields['reason'];
    await until('it failed', () => told() !== undefined);
    expect(told()).toBe('Internal server error');
    await app.close();
  });

  it('does not start with two handlers of one kind', async () => {
    const strategy = new LaneTransport(await bench.open(server.store));
    const app = await NestFactory.createMicroservice(DoubleModule, { strategy, logger: false });
    await expect(app.listen()).rejects.toThrow(/more than one handler/);
    await app.close();
  });
});
