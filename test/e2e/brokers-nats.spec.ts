import { natsInstalled } from '../../libs/brokers/src/testing/nats.js';
import { natsEnds } from '../support/broker-ends.js';
import { brokerJourney } from '../support/broker-journey.js';

if (natsInstalled()) describe('NATS', () => brokerJourney(natsEnds));
