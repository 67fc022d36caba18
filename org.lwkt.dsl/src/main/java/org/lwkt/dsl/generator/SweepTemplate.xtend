// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator

/** The text of a class for the runs of a scenario with parameters. Only text: what goes into it is decided elsewhere. */
class SweepTemplate {
	def String render(SweepClass it) '''
		// Generated from «JavaText.comment(position.file)» by LWKT Workbench. Changes are lost.
		«IF !packageName.empty»
			package «packageName»;

		«ENDIF»
		import java.util.List;
		import org.lwkt.runtime.scenario.Result;
		import org.lwkt.runtime.scenario.Runner;
		import org.lwkt.runtime.scenario.Scenario;
		import org.lwkt.runtime.scenario.Sweep;
		import org.lwkt.runtime.source.SourcePosition;

		/**
		 «FOR line : documentation»
		 	* «line»
		 «ENDFOR»
		 «IF !documentation.empty»
		 	*
		 «ENDIF»
		 * «IF !documentation.empty»<p>«ENDIF»The «runs.size» runs of scenario <q>«JavaText.comment(scenarioName)»</q>, declared in «JavaText.comment(position.file)» line «position.line».
		 */
		public final class «name» {
		    private «name»() {}

		    /** Runs all; exits with 0 where every expectation of every run held, else with 1. */
		    public static void main(String[] args) {
		        Sweep sweep = sweep();
		        boolean held = true;
		        for (int run = 0; run < sweep.size(); run++) {
		            Result result = Runner.of(sweep.scenario(run)).recordTrace(false).run();
		            System.out.println(result.scenario().name() + " with " + sweep.words(run) + ": "
		                    + (result.held() ? "held" : "failed") + ", " + result.end().reason() + " at "
		                    + result.end().timeNs() + " ns, digest " + result.digest());
		            held &= result.held();
		        }
		        System.exit(held ? 0 : 1);
		    }

		    /** Runs all, one after the other, without keeping their traces. */
		    public static List<Result> runAll() {
		        return scenarios().stream().map(it -> Runner.of(it).recordTrace(false).run()).toList();
		    }

		    /** The runs with the values of their parameters. */
		    public static Sweep sweep() {
		        List<Scenario> scenarios = scenarios();
		        List<Sweep.Parameter> parameters = List.of(
		                «FOR parameter : parameters SEPARATOR ','»
		                	«parameter»
		                «ENDFOR»
		        );
		        SourcePosition position = new SourcePosition(«JavaText.string(position.file)», «position.line», «position.column»);
		        return Sweep.of(«JavaText.string(scenarioName)», position, parameters, scenarios::get);
		    }

		    /** The runs as data; of the parameters the last varies fastest. */
		    public static List<Scenario> scenarios() {
		        return List.of(
		                «FOR run : runs SEPARATOR ','»
		                	«run».scenario()
		                «ENDFOR»
		        );
		    }
		}
	'''
}
