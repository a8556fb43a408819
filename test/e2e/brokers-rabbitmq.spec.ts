import { rabbitInstalled } from '../../libs/brokers/src/testing/rabbitmq.js';
import { rabbitEnds } from '../support/broker-ends.js';
import { brokerJourney } from '../support/broker-journey.js';

if (rabbitInstalled()) describe('RabbitMQ', () => brokerJourney(rabbitEnds));
