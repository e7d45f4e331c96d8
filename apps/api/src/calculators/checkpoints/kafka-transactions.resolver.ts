import { Args, Query, Resolver } from '@nestjs/graphql';
import { kafkaTransactions } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { KafkaTransactionsModel, KafkaTransactionsRequestModel } from './kafka-transactions.model.js';

@Resolver()
export class KafkaTransactionsResolver {
  @Query(() => KafkaTransactionsModel, { description: 'What an exactly-once Kafka sink promises.' })
  kafkaTransactions(@Args('input', { type: () => KafkaTransactionsRequestModel }) input: unknown): object {
    return accept(KafkaTransactionsRequestModel, input, kafkaTransactions);
  }
}
